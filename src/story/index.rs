//! Clusters by the month they begin in and the words they use, so that nothing is compared with
//! everything.

use std::{collections::HashMap, ops::RangeInclusive};

/// How many of the clusters that share most words are compared in full.
const MOST_CANDIDATES: usize = 24;

/// Which clusters begin in which month with which words.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// Looked up, never iterated.
    postings: HashMap<(i64, u32), Vec<usize>>,
    /// How many of the words asked for each cluster has; all zero between two questions.
    shared: Vec<u32>,
}

impl Index {
    /// Notes that `cluster`, which begins in `month`, uses `word`; once for each word of a cluster.
    pub(super) fn insert(&mut self, cluster: usize, month: i64, word: u32) {
        self.postings.entry((month, word)).or_default().push(cluster);
        if self.shared.len() <= cluster {
            self.shared.resize(cluster + 1, 0);
        }
    }

    /// The clusters that begin in `months` and use most of `words`, in a stable order.
    pub(super) fn candidates(&mut self, months: RangeInclusive<i64>, words: &[u32]) -> Vec<usize> {
        let mut found = Vec::new();
        for month in months {
            for &word in words {
                let Some(clusters) = self.postings.get(&(month, word)) else { continue };
                for &cluster in clusters {
                    if self.shared[cluster] == 0 {
                        found.push(cluster);
                    }
                    self.shared[cluster] += 1;
                }
            }
        }
        found.sort_unstable_by_key(|&cluster| (std::cmp::Reverse(self.shared[cluster]), cluster));
        for &cluster in &found {
            self.shared[cluster] = 0;
        }
        found.truncate(MOST_CANDIDATES);
        found
    }
}
