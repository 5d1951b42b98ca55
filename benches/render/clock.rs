//! Times things in turns, so that a noisy machine is noisy for all of them alike. Prints nothing.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// Something to time: its name, and one round of it.
pub(crate) struct Contestant<'c> {
    pub(crate) name: &'static str,
    pub(crate) round: Box<dyn FnMut() + 'c>,
}

impl<'c> Contestant<'c> {
    pub(crate) fn new<T>(name: &'static str, mut round: impl FnMut() -> T + 'c) -> Self {
        let round = Box::new(move || drop(black_box(round())));
        Contestant { name, round }
    }
}

/// The median time of a round of each, over so many turns.
pub(crate) fn medians(turns: usize, contestants: &mut [Contestant<'_>]) -> Vec<Duration> {
    let mut times = vec![Vec::with_capacity(turns); contestants.len()];
    // The first turns warm caches and buffers, and are not counted.
    for turn in 0..turns + turns / 10 {
        for (contestant, times) in contestants.iter_mut().zip(&mut times) {
            let start = Instant::now();
            (contestant.round)();
            let time = start.elapsed();
            if turn >= turns / 10 {
                times.push(time);
            }
        }
    }
    times
        .into_iter()
        .map(|mut times| {
            times.sort();
            times[times.len() / 2]
        })
        .collect()
}
