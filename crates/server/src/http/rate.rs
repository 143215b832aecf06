//! Request rates: one token bucket per member, or per address for everybody else.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use crate::error::{Error, Outcome};

/// Buckets held before full ones are forgotten; a full bucket and no bucket are the same.
const FORGET_AT: usize = 10_000;
/// They are looked for this seldom: each time walks over every bucket while others wait.
const FORGET_EVERY: Duration = Duration::from_secs(1);

/// How many requests per second each caller may make over time; five seconds' worth at once.
#[derive(Debug)]
pub struct Rate {
    per_second: u32,
    held: Mutex<Held>,
}

#[derive(Debug, Default)]
struct Held {
    buckets: HashMap<String, Bucket>,
    /// When full buckets were last looked for.
    looked: Option<Instant>,
}

#[derive(Debug, Clone, Copy)]
struct Bucket {
    tokens: f64,
    at: Instant,
}

impl Rate {
    /// A rate; 0 is no limit.
    pub fn new(per_second: u32) -> Self {
        Self {
            per_second,
            held: Mutex::default(),
        }
    }

    /// Takes one request from the caller's bucket.
    ///
    /// # Errors
    /// [`Error::RateLimited`] when it is empty, with the time until it holds one again.
    pub fn take(&self, caller: &str) -> Outcome<()> {
        if self.per_second == 0 {
            return Ok(());
        }
        let (rate, now) = (f64::from(self.per_second), Instant::now());
        let full = rate * 5.0;
        let filled = |bucket: &Bucket| {
            (bucket.tokens + now.duration_since(bucket.at).as_secs_f64() * rate).min(full)
        };
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let rested = |at: Instant| now.duration_since(at) >= FORGET_EVERY;
        if held.buckets.len() >= FORGET_AT && held.looked.is_none_or(rested) {
            held.buckets.retain(|_, bucket| filled(bucket) < full);
            held.looked = Some(now);
        }
        let buckets = &mut held.buckets;
        let tokens = buckets.get(caller).map_or(full, filled);
        let (left, verdict) = if tokens >= 1.0 {
            (tokens - 1.0, Ok(()))
        } else {
            let wait = ((1.0 - tokens) / rate * 1000.0).ceil();
            (
                tokens,
                Err(Error::RateLimited(wait.clamp(1.0, 60_000.0) as i64)),
            )
        };
        buckets.insert(
            caller.to_owned(),
            Bucket {
                tokens: left,
                at: now,
            },
        );
        verdict
    }
}

#[cfg(test)]
mod tests {
    use super::Rate;

    #[test]
    fn an_empty_bucket_refuses_one_caller_and_not_the_next() {
        let rate = Rate::new(1);
        let taken = (0..50).filter(|_| rate.take("a").is_ok()).count();
        assert!((5..50).contains(&taken));
        assert!(rate.take("b").is_ok());
    }

    #[test]
    fn no_rate_is_no_limit() {
        let rate = Rate::new(0);
        assert!((0..10_000).all(|_| rate.take("a").is_ok()));
    }
}
