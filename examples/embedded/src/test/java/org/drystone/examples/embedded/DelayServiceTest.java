package org.drystone.examples.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.drystone.registry.testkit.ImmutabilityAssertions.assertThatClass;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.drystone.examples.embedded.Predictor.Prediction;
import org.drystone.registry.Change;
import org.drystone.registry.ConflictException;
import org.drystone.registry.NotFoundException;
import org.drystone.registry.NotImmutableException;
import org.drystone.registry.VersionId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DelayServiceTest {

  private static final List<Flight> MONDAY = List.of(new Flight("UA", 12), new Flight("AA", 4));
  private static final List<Flight> TUESDAY = List.of(new Flight("UA", 40), new Flight("AA", 4));

  private final DelayService service = DelayService.open(MONDAY);

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void answers_nothing_before_a_release() {
    assertThatThrownBy(() -> service.predictor().predict("UA"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void answers_with_the_model_that_is_released_not_with_the_latest() {
    service.releaseDesk().release();
    service.observe(TUESDAY);
    service.trainer().train();

    assertThat(service.predictor().predict("UA")).isEqualTo(new Prediction(12, 1));
    service.releaseDesk().release();
    assertThat(service.predictor().predict("UA")).isEqualTo(new Prediction(40, 2));
    assertThat(service.predictor().predict("LH")).isEqualTo(new Prediction(22, 2));
  }

  @Test
  void takes_a_release_back() {
    service.releaseDesk().release();
    Instant before = Instant.now();
    service.observe(TUESDAY);
    service.trainer().train();
    service.releaseDesk().release();

    assertThat(service.releaseDesk().rollBack()).isEqualTo(version(1));
    assertThat(service.predictor().predict("UA")).isEqualTo(new Prediction(12, 1));
    assertThat(service.releaseDesk().releasedAt(before)).contains(version(1));
  }

  @Test
  void of_two_who_replace_the_same_model_one_wins() {
    service.releaseDesk().release();
    service.observe(TUESDAY);
    service.trainer().train();
    service.releaseDesk().replace(version(1), version(2));

    assertThatThrownBy(() -> service.releaseDesk().replace(version(1), version(2)))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("grace");
  }

  @Test
  void trains_no_second_model_of_the_same_flights() {
    assertThat(service.trainer().train().version()).isEqualTo(1);
  }

  @Test
  void tells_of_releases_and_of_nothing_else() {
    List<Change.AliasMoved> told = new ArrayList<>();
    service.onRelease(Runnable::run, told::add);

    service.observe(TUESDAY);
    service.trainer().train();
    service.releaseDesk().release();

    assertThat(told)
        .containsExactly(
            new Change.AliasMoved(
                Shared.MODEL.name(),
                Shared.RELEASED.alias(),
                OptionalLong.empty(),
                OptionalLong.of(2)));
  }

  @Test
  void shares_no_list_that_somebody_can_still_change() {
    List<Flight> open = new ArrayList<>(MONDAY);

    assertThatThrownBy(() -> service.observe(open)).isInstanceOf(NotImmutableException.class);
  }

  @Test
  void its_classes_stay_fit_to_be_shared() {
    assertThatClass(Flight.class).hasOnlyImmutableInstances();
    assertThatClass(DelayModel.class).hasNoChangeableFields();
  }

  @Test
  void its_day_ends_with_the_first_model() {
    PrintStream before = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      DelayService.main();
    } finally {
      System.setOut(before);
    }
    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "released: 1",
            "Prediction[minutes=12.0, model=1]",
            "Prediction[minutes=12.0, model=1], since nobody released the new one",
            "released: 2",
            "Prediction[minutes=40.0, model=2]",
            "released: 1",
            "Prediction[minutes=12.0, model=1]");
  }

  private static VersionId version(long number) {
    return new VersionId(Shared.MODEL.name(), number);
  }
}
