package org.drystone.registry.py4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the protocol answers to what it does not allow. */
class ProtocolBadInputTest {

  private final House house = new House();
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hello    | [1]                                                   | INVALID_ARGUMENT
          hello    | {'a': 1} {'b': 2}                                     | INVALID_ARGUMENT
          hello    | {'a': NaN}                                            | INVALID_ARGUMENT
          hello    | {a: 1}                                                | INVALID_ARGUMENT
          hello    | nonsense                                              | INVALID_ARGUMENT
          nonsense | {}                                                    | INVALID_ARGUMENT
          get      | {}                                                    | INVALID_ARGUMENT
          get      | {'ref': 5}                                            | INVALID_ARGUMENT
          get      | {'ref': 'a/b/c'}                                      | INVALID_NAME
          get      | {'ref': 'a:v1@b'}                                     | INVALID_NAME
          get      | {'ref': 'ada/x:v0'}                                   | INVALID_NAME
          get      | {'ref': 'ada/nothing'}                                | NOT_FOUND
          publish  | {'name': 'ada/x'}                                     | INVALID_ARGUMENT
          publish  | {'name': 'ada/x', 'value': null}                      | INVALID_ARGUMENT
          publish  | {'name': 'ada/x', 'value': 1.5}                       | INVALID_ARGUMENT
          publish  | {'name': 'ada/x', 'value': {}}                        | INVALID_ARGUMENT
          publish  | {'name': 'ada/x', 'value': {'a': 1, 'b': 2}}          | INVALID_ARGUMENT
          publish  | {'name': 'ada/x', 'value': {'pickle': 'x'}}           | INVALID_ARGUMENT
          publish  | {'name': 'ada/x', 'value': {'date': 'tomorrow'}}      | INVALID_ARGUMENT
          publish  | {'name': 'ada/x', 'value': {'map': [['a']]}}          | INVALID_ARGUMENT
          publish  | {'name': 'ada/x', 'value': '\\ud800'}                 | INVALID_ARGUMENT
          publish  | {'name': 'ada/x', 'value': 1, 'tags': 'a'}            | INVALID_ARGUMENT
          publish  | {'name': 'ada/x', 'value': 1, 'tags': [1]}            | INVALID_ARGUMENT
          publish  | {'name': 'ada/x', 'value': 1, 'properties': []}       | INVALID_ARGUMENT
          publish  | {'name': 'ada/x', 'value': 1, 'options': {'a': 'b'}}  | INVALID_ARGUMENT
          publish  | {'name': 'ada/x', 'value': 1, 'replacing': 'ada/x'}   | INVALID_ARGUMENT
          publish  | {'name': 'ada/x', 'value': 1, 'ifAbsent': 'yes'}      | INVALID_ARGUMENT
          publish  | {'name': 'ada/x', 'value': 1, 'ifAbsent': true, 'replacing': 'ada/x:v1'} | INVALID_ARGUMENT
          publish  | {'name': 'grace/x', 'value': 1}                       | NOT_PERMITTED
          list     | {'limit': 0}                                          | INVALID_ARGUMENT
          list     | {'limit': 1.5}                                        | INVALID_ARGUMENT
          list     | {'namespace': 'a:b'}                                  | INVALID_NAME
          await    | {'ref': 'ada/x', 'seconds': 31}                       | INVALID_ARGUMENT
          await    | {'ref': 'ada/x', 'seconds': -1}                       | INVALID_ARGUMENT
          changes  | {'after': 'nowhere', 'seconds': 0}                    | INVALID_ARGUMENT
          changes  | {'after': 'other#1', 'seconds': 0}                    | INVALID_ARGUMENT
          grant    | {'scope': 'ada/', 'to': 'bob', 'right': 'ALL'}        | INVALID_ARGUMENT
          grant    | {'scope': 'grace/', 'to': 'bob', 'right': 'OWN'}      | NOT_PERMITTED
          export   | {'ref': 'ada/nothing'}                                | NOT_FOUND
          """)
  void bad_input_has_a_code(String verb, String arguments, String code) throws IOException {
    assertThat(ada.error(verb, arguments)).isEqualTo(code);
    assertThat(ada.ok("list", "{}").getAsJsonObject().getAsJsonArray("labels")).isEmpty();
  }

  @Test
  void no_call_throws_whatever_it_is_given() throws IOException {
    for (String[] arguments : new String[][] {{"n", "n"}, {"shello", "n"}, {"n", "s{}"}}) {
      JsonObject envelope = RawClient.envelope(ada.call("drystone", "call", arguments));
      assertThat(code(envelope)).isEqualTo("INVALID_ARGUMENT");
    }
    JsonObject envelope = RawClient.envelope(ada.call("drystone", "publishObject", "n", "n"));
    assertThat(code(envelope)).isEqualTo("INVALID_ARGUMENT");
  }

  @Test
  void a_value_that_is_nested_too_deeply_is_refused() throws IOException {
    String deep = "[".repeat(5_000) + "]".repeat(5_000);

    assertThat(ada.error("publish", "{'name': 'ada/x', 'value': " + deep + "}"))
        .isEqualTo("INVALID_ARGUMENT");
    ada.ok("publish", "{'name': 'ada/x', 'value': " + "[".repeat(200) + "]".repeat(200) + "}");
    ada.ok("get", "{'ref': 'ada/x'}");
  }

  private static String code(JsonObject envelope) {
    return envelope.getAsJsonObject("error").get("code").getAsString();
  }
}
