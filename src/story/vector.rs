//! Words with weights in, directions out: how near two texts point to the same thing.
//!
//! Sums run in the order of the words, so that a figure does not depend on the order of articles.

/// Words with their weights, in ascending order of the words, each once.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Vector(Vec<(u32, f64)>);

impl Vector {
    /// A vector of the sum of `parts`.
    pub(super) fn sum<'v>(parts: impl IntoIterator<Item = (f64, &'v Self)>) -> Self {
        let scaled = parts
            .into_iter()
            .flat_map(|(by, Self(words))| words.iter().map(move |&(word, x)| (word, by * x)));
        scaled.collect()
    }

    /// The same direction with the length 1; nothing has no direction.
    pub(super) fn unit(mut self) -> Self {
        let length = self.0.iter().map(|&(_, x)| x * x).sum::<f64>().sqrt();
        if length > 0.0 {
            self.0.iter_mut().for_each(|(_, x)| *x /= length);
        }
        self
    }

    /// The scalar product: the cosine, where both have the length 1.
    pub(super) fn dot(&self, other: &Self) -> f64 {
        let (few, many) = if self.0.len() < other.0.len() { (self, other) } else { (other, self) };
        let at = |word: u32| many.0.binary_search_by_key(&word, |&(word, _)| word).ok();
        few.0.iter().filter_map(|&(word, x)| Some(x * many.0[at(word)?].1)).sum()
    }
}

impl FromIterator<(u32, f64)> for Vector {
    fn from_iter<I: IntoIterator<Item = (u32, f64)>>(words: I) -> Self {
        let mut words: Vec<(u32, f64)> = words.into_iter().collect();
        words.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let mut summed: Vec<(u32, f64)> = Vec::with_capacity(words.len());
        for (word, x) in words {
            match summed.last_mut() {
                Some((last, sum)) if *last == word => *sum += x,
                _ => summed.push((word, x)),
            }
        }
        Self(summed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alike_texts_point_the_same_way() {
        let vector = |words: &[(u32, f64)]| words.iter().copied().collect::<Vector>();
        let a = vector(&[(7, 1.0), (1, 3.0), (7, 3.0)]);
        assert_eq!(a, vector(&[(1, 3.0), (7, 4.0)]));
        assert_eq!(a.clone().unit(), vector(&[(1, 0.6), (7, 0.8)]));
        assert!((a.clone().unit().dot(&a.clone().unit()) - 1.0).abs() < 1e-12);
        assert!(a.dot(&vector(&[(2, 5.0)])).abs() < 1e-12);
        assert_eq!(Vector::sum([(2.0, &a), (1.0, &a)]), vector(&[(1, 9.0), (7, 12.0)]));
        assert_eq!(Vector::default().unit(), Vector::default());
    }
}
