//! Several papers at once, on threads of our own. Knows a queue and no paper.
//!
//! Typst spreads its own work over rayon's threads, and a thread of rayon that waits takes whatever work it finds, the
//! next paper too: papers would nest in each other until the stack is used up. So papers never run on rayon's threads.

use std::num::NonZeroUsize;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// The stack of a worker, which Typst's recursion needs.
const STACK_BYTES: usize = 8 << 20;

/// How many workers the machine is good for.
#[must_use]
pub fn all_cores() -> NonZeroUsize {
    thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}

/// What `work` makes of each item, in the order of the items, with at most so many at once. Whichever worker is free takes
/// the next item. Where the system gives no thread, fewer do the same.
pub(super) fn in_parallel<T: Sync, R: Send>(
    jobs: NonZeroUsize,
    items: &[T],
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::with_capacity(items.len()));
    let worker = || {
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(number) else { break };
            let result = work(item);
            if let Ok(mut done) = done.lock() {
                done.push((number, result));
            }
        }
    };
    thread::scope(|scope| {
        for _ in 1..jobs.get().min(items.len()) {
            let _ = thread::Builder::new()
                .stack_size(STACK_BYTES)
                .spawn_scoped(scope, worker);
        }
        worker();
    });
    let mut done = done.into_inner().unwrap_or_default();
    done.sort_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let items: Vec<u64> = (0..200).collect();
        for jobs in [1, 2, 7, 500] {
            let slow_first = |number: &u64| {
                thread::sleep(std::time::Duration::from_micros(200 - number));
                number * number
            };
            let squares = in_parallel(NonZeroUsize::new(jobs).unwrap(), &items, slow_first);
            assert_eq!(
                squares,
                items.iter().map(|number| number * number).collect::<Vec<_>>()
            );
        }
        assert_eq!(in_parallel(NonZeroUsize::MIN, &[(); 0], |()| ()), []);
    }
}
