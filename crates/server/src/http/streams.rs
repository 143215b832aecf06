//! How many streams of hints are open: each holds a connection for as long as its page is open.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use crate::error::{Error, Outcome};

/// One for each page that somebody has open, on all of their devices.
const EACH: usize = 8;
/// Of this many connections one is kept for requests.
const FOR_REQUESTS: usize = 4;
/// When whoever was refused may ask again.
const RETRY_MS: i64 = 30_000;

/// The open streams.
#[derive(Debug)]
pub struct Streams {
    most: usize,
    held: Arc<Mutex<Held>>,
}

#[derive(Debug, Default)]
struct Held {
    all: usize,
    by_reader: HashMap<String, usize>,
}

/// One stream; gives its place back when dropped.
#[derive(Debug)]
pub(super) struct Open {
    reader: String,
    held: Arc<Mutex<Held>>,
}

impl Streams {
    /// Streams of a server that holds this many connections.
    pub fn new(connections: u16) -> Self {
        let all = usize::from(connections);
        Self {
            most: all - all / FOR_REQUESTS,
            held: Arc::default(),
        }
    }

    /// A place for one more stream.
    ///
    /// # Errors
    /// [`Error::RateLimited`] when the reader has enough of them, [`Error::Unavailable`] when
    /// the server has.
    pub(super) fn open(&self, reader: &str) -> Outcome<Open> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let own = held.by_reader.get(reader).copied().unwrap_or(0);
        if own >= EACH {
            return Err(Error::RateLimited(RETRY_MS));
        }
        if held.all >= self.most {
            return Err(Error::Unavailable);
        }
        held.all += 1;
        held.by_reader.insert(reader.to_owned(), own + 1);
        Ok(Open {
            reader: reader.to_owned(),
            held: Arc::clone(&self.held),
        })
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.all = held.all.saturating_sub(1);
        let left = held.by_reader.get(&self.reader).map(|own| own - 1);
        match left {
            Some(own) if own > 0 => held.by_reader.insert(self.reader.clone(), own),
            _ => held.by_reader.remove(&self.reader),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::{EACH, Streams};
    use crate::error::Error;

    #[test]
    fn a_reader_has_a_few_streams_and_the_next_one_their_own() {
        let streams = Streams::new(100);
        let mut open: Vec<_> = (0..EACH).map(|_| streams.open("ann")).collect();
        assert!(open.iter().all(Result::is_ok));
        assert!(matches!(streams.open("ann"), Err(Error::RateLimited(_))));
        assert!(streams.open("bob").is_ok());
        open.pop();
        assert!(streams.open("ann").is_ok());
        drop(open);
        assert_eq!(streams.held.lock().map(|held| held.all).ok(), Some(0));
    }

    #[test]
    fn streams_leave_connections_to_requests() {
        let streams = Streams::new(4);
        let open: Vec<_> = ["a", "b", "c"].map(|reader| streams.open(reader)).into();
        assert!(open.iter().all(Result::is_ok));
        assert!(matches!(streams.open("d"), Err(Error::Unavailable)));
    }
}
