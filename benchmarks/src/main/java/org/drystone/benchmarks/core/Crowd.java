package org.drystone.benchmarks.core;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/** Threads that wait in the same place for the next change, again and again. */
final class Crowd implements AutoCloseable {

  /** Where one of them waits. */
  @FunctionalInterface
  interface Place {
    /** Returns after the next change. */
    void awaitChange() throws InterruptedException;
  }

  private final List<Thread> threads;
  private volatile CountDownLatch told = new CountDownLatch(0);

  Crowd(List<Place> places) {
    threads =
        IntStream.range(0, places.size())
            .mapToObj(i -> new Thread(() -> work(places.get(i)), "watcher-" + i))
            .toList();
    threads.forEach(Thread::start);
  }

  /** Waits until all wait again. */
  void settle() {
    told = new CountDownLatch(threads.size());
    for (Thread thread : threads) {
      while (thread.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
    }
  }

  /** Waits until the last of them was told. */
  void awaitAllTold() throws InterruptedException {
    told.await();
  }

  private void work(Place place) {
    try {
      while (true) {
        place.awaitChange();
        told.countDown();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws InterruptedException {
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
