//! How fast a socket may talk: a token bucket with a point where patience ends. Reads no clock and closes nothing.

use std::time::Duration;

/// Tokens that come back with time. Sixteen bytes and two bounds.
#[derive(Debug, Clone)]
pub struct Bucket {
    per_second: u32,
    burst: u32,
    /// When the bucket is full again, since the socket opened: in the past if it is full.
    full_at: Duration,
    /// How many messages in a row had to wait.
    delayed: u32,
}

/// What to do with the next message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// Read on.
    Go,
    /// Read nothing for so long.
    Pause(Duration),
    /// This is no person: close.
    Flood,
}

impl Bucket {
    /// A full bucket.
    #[must_use]
    pub const fn new(per_second: u32, burst: u32) -> Self {
        Self {
            per_second,
            burst,
            full_at: Duration::ZERO,
            delayed: 0,
        }
    }

    /// Takes one token at this time since the socket opened.
    pub fn take(&mut self, now: Duration) -> Pace {
        let each = Duration::from_secs(1) / self.per_second.max(1);
        let depth = each * self.burst;
        // Half full again means that the sender has paused by itself.
        if self.full_at < now + depth / 2 {
            self.delayed = 0;
        }
        self.full_at = self.full_at.max(now) + each;
        let Some(debt) = self
            .full_at
            .checked_sub(now + depth)
            .filter(|debt| !debt.is_zero())
        else {
            return Pace::Go;
        };
        self.delayed += 1;
        if self.delayed > self.burst {
            Pace::Flood
        } else {
            Pace::Pause(debt)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_is_free_and_the_next_one_waits() {
        let mut bucket = Bucket::new(50, 100);
        for message in 0..100 {
            assert_eq!(bucket.take(Duration::ZERO), Pace::Go, "{message}");
        }
        assert_eq!(
            bucket.take(Duration::ZERO),
            Pace::Pause(Duration::from_millis(20))
        );
        assert_eq!(bucket.take(Duration::from_secs(2)), Pace::Go);
    }

    #[test]
    fn a_steady_stream_at_the_rate_never_waits() {
        let mut bucket = Bucket::new(50, 100);
        for message in 0..10_000 {
            assert_eq!(
                bucket.take(Duration::from_millis(20) * message),
                Pace::Go,
                "{message}"
            );
        }
    }

    #[test]
    fn who_never_pauses_is_a_flood_after_as_many_delays_as_a_burst() {
        let (mut bucket, mut now, mut delays) = (Bucket::new(50, 100), Duration::ZERO, 0);
        loop {
            match bucket.take(now) {
                Pace::Go => assert_eq!(delays, 0),
                Pace::Pause(pause) => (now, delays) = (now + pause, delays + 1),
                Pace::Flood => break,
            }
        }
        assert_eq!(delays, 100);
    }

    #[test]
    fn a_pause_forgives() {
        let mut bucket = Bucket::new(50, 100);
        for _ in 0..190 {
            bucket.take(Duration::ZERO);
        }
        assert_eq!(bucket.take(Duration::from_secs(60)), Pace::Go);
        for _ in 0..190 {
            assert_ne!(bucket.take(Duration::from_secs(60)), Pace::Flood);
        }
    }
}
