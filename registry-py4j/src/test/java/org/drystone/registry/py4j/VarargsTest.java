package org.drystone.registry.py4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plain Py4J clients call Java methods with a variable number of arguments. */
class VarargsTest {

  /** An entry point in the manner of a DataFrame. */
  public static class Frame {
    private final String made;

    public Frame(String... parts) {
      this.made = String.join("|", parts);
    }

    public String select(String first, String... rest) {
      return first + "+" + String.join("+", rest);
    }

    public String select(Integer... numbers) {
      return "numbers " + numbers.length;
    }

    public String pick(String one) {
      return "one " + one;
    }

    public String pick(String... many) {
      return "many " + many.length;
    }

    public String sum(long... numbers) {
      return "sum " + java.util.Arrays.stream(numbers).sum();
    }

    public String mixed(Object... things) {
      return java.util.Arrays.toString(things);
    }

    public String made() {
      return made;
    }

    public static String joined(String separator, Object... things) {
      return java.util.Arrays.toString(things) + separator;
    }
  }

  private final House house = new House(builder -> builder.entryPoint(new Frame()));
  private RawClient ada;

  @BeforeEach
  void connect() throws IOException {
    ada = house.client("ada");
  }

  @AfterEach
  void close() throws IOException {
    ada.close();
    house.close();
  }

  @Test
  void the_last_arguments_are_packed() throws IOException {
    assertThat(ada.call("t", "select", "sa")).isEqualTo("!ysa+");
    assertThat(ada.call("t", "select", "sa", "sb", "sc")).isEqualTo("!ysa+b+c");
    assertThat(ada.call("t", "select", "i1", "i2")).isEqualTo("!ysnumbers 2");
    assertThat(ada.call("t", "select")).isEqualTo("!ysnumbers 0");
  }

  @Test
  void a_method_that_takes_them_as_they_are_goes_first() throws IOException {
    assertThat(ada.call("t", "pick", "sa")).isEqualTo("!ysone a");
    assertThat(ada.call("t", "pick", "sa", "sb")).isEqualTo("!ysmany 2");
  }

  @Test
  void arguments_are_converted_as_elsewhere_and_may_be_null() throws IOException {
    assertThat(ada.call("t", "sum", "i1", "L5000000000")).isEqualTo("!yssum 5000000001");
    assertThat(ada.call("t", "mixed", "n", "i1", "btrue")).isEqualTo("!ys[null, 1, true]");
  }

  @Test
  void statics_and_constructors_too() throws IOException {
    String frame = Frame.class.getName();
    assertThat(ada.call("z:" + frame, "joined", "s!", "i1", "sx")).isEqualTo("!ys[1, x]!");
    assertThat(ada.ask("i", frame, "sa", "sb", "e")).isEqualTo("!yro0");
    assertThat(ada.call("o0", "made")).isEqualTo("!ysa|b");
  }

  @Test
  void where_nothing_fits_the_error_is_py4j_s_own() throws IOException {
    assertThat(ada.call("t", "select", "btrue")).startsWith("!xs").contains("does not exist");
    assertThat(ada.call("t", "nothing")).startsWith("!xs").contains("does not exist");
    assertThat(ada.construct("no.such.Class")).startsWith("!xs");
    assertThat(ada.call("z:no.such.Class", "m")).startsWith("!xs");
  }
}
