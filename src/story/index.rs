//! Clusters by the day or month they begin in and the words they use, so that nothing is compared with
//! everything.

use std::{cmp::Reverse, collections::HashMap};

use super::dating::Bucket;

/// How many of the clusters that share most words are compared in full.
const MOST_CANDIDATES: usize = 24;

/// Which clusters are in which bucket with which words.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// Looked up, never iterated.
    postings: HashMap<(Bucket, u32), Vec<usize>>,
    /// How many of the words asked for each cluster has; all zero between two questions.
    shared: Vec<u32>,
}

impl Index {
    /// Notes that `cluster`, which is in `homes`, uses `word`; once for each word of a cluster.
    pub(super) fn insert(&mut self, cluster: usize, homes: &[Bucket], word: u32) {
        for &home in homes {
            self.postings.entry((home, word)).or_default().push(cluster);
        }
        if self.shared.len() <= cluster {
            self.shared.resize(cluster + 1, 0);
        }
    }

    /// The clusters in one of `buckets` that use most of `words`, in a stable order.
    pub(super) fn candidates(&mut self, buckets: &[Bucket], words: &[u32]) -> Vec<usize> {
        let mut found = Vec::new();
        for &bucket in buckets {
            for &word in words {
                let Some(clusters) = self.postings.get(&(bucket, word)) else { continue };
                for &cluster in clusters {
                    if self.shared[cluster] == 0 {
                        found.push(cluster);
                    }
                    self.shared[cluster] += 1;
                }
            }
        }
        let mut ranked: Vec<_> = found
            .into_iter()
            .map(|cluster| (Reverse(std::mem::take(&mut self.shared[cluster])), cluster))
            .collect();
        if ranked.len() > MOST_CANDIDATES {
            ranked.select_nth_unstable(MOST_CANDIDATES);
            ranked.truncate(MOST_CANDIDATES);
        }
        ranked.sort_unstable();
        ranked.into_iter().map(|(_, cluster)| cluster).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::super::testing::Builder;

    /// Twenty thousand mentions, all in one month, in the words of a news story: few words make up
    /// most of the text.
    #[test]
    #[ignore = "measures; run it by hand with --ignored --nocapture"]
    fn large_stories_take_linear_time() {
        for mentions in [5_000, 10_000, 20_000_u32] {
            let story = large(mentions);
            let start = Instant::now();
            let entries = story.story().entries.len();
            println!("{mentions} mentions, {entries} entries, {:?}", start.elapsed());
        }
    }

    fn large(mentions: u32) -> Builder {
        let mut state = 1_u32;
        let mut word = move || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let uniform = f64::from(state >> 8) / f64::from(1 << 24);
            format!("w{:.0}x", 20_000.0_f64.powf(uniform))
        };
        let mut story = Builder::new();
        for mention in 0..mentions {
            if mention % 4 == 0 {
                story = story.article(&format!("s/{mention}"), "2010-02-20");
            }
            let words = (0..20).map(|_| word()).collect::<Vec<_>>().join(" ");
            let headline = words.split(' ').take(8).collect::<Vec<_>>().join(" ");
            story = story.tells(&format!("2010-01-{:02}", 1 + mention % 31), &headline, &words);
        }
        story
    }
}
