//! Closures behind a pointer, at one compiled function each.
//!
//! A `dyn Fn` can also be called by `&mut` and for the last time, and the compiler writes a function
//! for each way and each closure. The kit has some four hundred closures and calls them one way.

/// A closure that is called again and again.
pub(crate) trait Call<R> {
    fn call(&self) -> R;
}

impl<R, F: Fn() -> R> Call<R> for F {
    fn call(&self) -> R {
        self()
    }
}

/// A closure that is handed something again and again.
pub(crate) trait Take<T> {
    fn take(&mut self, given: T);
}

impl<T, F: FnMut(T)> Take<T> for F {
    fn take(&mut self, given: T) {
        self(given);
    }
}
