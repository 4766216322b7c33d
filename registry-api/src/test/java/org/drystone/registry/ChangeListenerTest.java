package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a listener that says nothing of its end leaves in the log. */
class ChangeListenerTest {

  private static final Logger LOG = Logger.getLogger(ChangeListener.class.getName());

  private final Kept kept = new Kept();
  private final ChangeListener listener = commit -> {};

  @BeforeEach
  void listen() {
    LOG.setUseParentHandlers(false);
    LOG.addHandler(kept);
  }

  @AfterEach
  void stop() {
    LOG.removeHandler(kept);
    LOG.setUseParentHandlers(true);
  }

  @Test
  void a_failure_is_a_warning_with_its_cause() {
    IllegalStateException failure = new IllegalStateException("no more");

    listener.ended(failure);

    assertThat(kept.records)
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.getLevel()).isEqualTo(Level.WARNING);
              assertThat(record.getThrown()).isSameAs(failure);
            });
  }

  @Test
  void the_end_of_the_hub_is_none() {
    listener.ended(new ClosedException("a", "b", "c"));

    assertThat(kept.records).isEmpty();
  }

  private static final class Kept extends Handler {
    final List<LogRecord> records = new ArrayList<>();

    @Override
    public void publish(LogRecord record) {
      records.add(record);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
