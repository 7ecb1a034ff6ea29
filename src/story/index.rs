//! Clusters by the day or month they begin in and the words they use, so that nothing is compared with
//! everything.

use std::{
    cmp::Reverse,
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
};

use super::dating::Bucket;

/// How many of the clusters that share most words are compared in full.
const MOST_CANDIDATES: usize = 24;

/// Which clusters are in which bucket with which words.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// The last posting of each word in each bucket. Looked up, never iterated.
    last: HashMap<(Bucket, u32), u32, BuildHasherDefault<NumberHasher>>,
    /// All postings: a list for each word of a bucket would be as many small allocations.
    postings: Vec<Posting>,
    /// How many of the words asked for each cluster has; all zero between two questions.
    shared: Vec<u32>,
}

/// A cluster that uses a word.
#[derive(Debug)]
struct Posting {
    cluster: u32,
    /// The posting before it of the same word in the same bucket.
    before: Option<u32>,
}

impl Index {
    /// Notes that `cluster`, which is in `homes`, uses `word`; once for each word of a cluster.
    pub(super) fn insert(&mut self, cluster: usize, homes: &[Bucket], word: u32) {
        for &home in homes {
            let this = number(self.postings.len());
            let before = self.last.insert((home, word), this);
            self.postings.push(Posting { cluster: number(cluster), before });
        }
        if self.shared.len() <= cluster {
            self.shared.resize(cluster + 1, 0);
        }
    }

    /// The clusters in `bucket` that use `word`, the last one first.
    fn clusters(&self, bucket: Bucket, word: u32) -> impl Iterator<Item = usize> {
        let last = self.last.get(&(bucket, word)).map(|&last| &self.postings[last as usize]);
        let before = |posting: &&Posting| Some(&self.postings[posting.before? as usize]);
        std::iter::successors(last, before).map(|posting| posting.cluster as usize)
    }

    /// The clusters in one of `buckets` that use most of `words`, in a stable order.
    pub(super) fn candidates(&mut self, buckets: &[Bucket], words: &[u32]) -> Vec<usize> {
        let mut shared = std::mem::take(&mut self.shared);
        let mut found = Vec::new();
        for &bucket in buckets {
            for &word in words {
                for cluster in self.clusters(bucket, word) {
                    if shared[cluster] == 0 {
                        found.push(cluster);
                    }
                    shared[cluster] += 1;
                }
            }
        }
        let mut ranked: Vec<_> = found
            .into_iter()
            .map(|cluster| (Reverse(std::mem::take(&mut shared[cluster])), cluster))
            .collect();
        self.shared = shared;
        if ranked.len() > MOST_CANDIDATES {
            ranked.select_nth_unstable(MOST_CANDIDATES);
            ranked.truncate(MOST_CANDIDATES);
        }
        ranked.sort_unstable();
        ranked.into_iter().map(|(_, cluster)| cluster).collect()
    }
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX) // a story of 4 billion words does not fit in memory
}

/// Hashes dates and numbers of words. Both come from this program, so nobody can choose them to
/// collide, and a multiplication spreads them as well as the standard hasher does, ten times as fast.
#[derive(Debug, Default)]
struct NumberHasher(u64);

impl Hasher for NumberHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u64(byte.into());
        }
    }

    fn write_u8(&mut self, n: u8) {
        self.write_u64(n.into());
    }

    fn write_u32(&mut self, n: u32) {
        self.write_u64(n.into());
    }

    fn write_i32(&mut self, n: i32) {
        self.write_u64(u64::from(n.cast_unsigned()));
    }

    fn write_i64(&mut self, n: i64) {
        self.write_u64(n.cast_unsigned());
    }

    fn write_isize(&mut self, n: isize) {
        self.write_u64(n.cast_unsigned() as u64);
    }

    /// The number is mixed in, and the high bits, which depend on all of it, brought down.
    fn write_u64(&mut self, n: u64) {
        const ODD: u64 = 0x9E37_79B9_7F4A_7C15; // 2^64 over the golden ratio
        self.0 = (self.0 ^ n).wrapping_mul(ODD).rotate_left(32);
    }
}
