package org.drystone.registry.immutability.internal.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import org.drystone.registry.immutability.internal.findings.Custody;
import org.junit.jupiter.api.Test;

/** How objects are opened for those who look into them. */
class FramesTest {

  @Test
  void a_container_that_changes_while_it_is_read_is_found_out() throws Exception {
    List<Object> changed = new ArrayList<>(List.of("a", "b"));
    Sieve holdsBackAll = part -> false;
    Frame frame = Frames.openOwned(changed, Custody.SHARED);
    assertThat(frame.next(holdsBackAll)).isEqualTo("a");
    changed.add("c");
    assertThatThrownBy(() -> frame.next(holdsBackAll))
        .isInstanceOf(ConcurrentModificationException.class);
  }
}
