package org.drystone.registry.py4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The verbs of docs/protocol.md, one by one. */
class ProtocolTest {

  private final House house = new House();
  private RawClient ada;
  private RawClient bob;

  @BeforeEach
  void connect() throws IOException {
    ada = house.client("ada");
    bob = house.client("bob");
  }

  @AfterEach
  void close() throws IOException {
    ada.close();
    bob.close();
    house.close();
  }

  @Test
  void hello_introduces_the_hub() throws IOException {
    JsonObject hello = object(bob, "hello", "{'protocol': 1, 'client': 'test', 'python': '3.11'}");

    assertThat(hello.get("protocol").getAsInt()).isEqualTo(1);
    assertThat(text(hello, "hub")).isEqualTo(house.hub().id());
    assertThat(text(hello, "user")).isEqualTo("bob");
    assertThat(text(hello, "right")).isEqualTo("sealed");
    assertThat(text(hello, "session")).isEqualTo("program");
    assertThat(text(hello, "position")).isEqualTo(house.hub().id() + "#0");
    assertThat(hello.keySet()).doesNotContain("python", "settings");
  }

  @Test
  void another_protocol_is_an_error_that_names_both() throws IOException {
    JsonObject error = ada.verb("hello", "{'protocol': 2}").getAsJsonObject("error");

    assertThat(text(error, "code")).isEqualTo("INVALID_ARGUMENT");
    assertThat(text(error, "reason")).isEqualTo("the client speaks protocol 2, the hub 1");
    assertThat(text(error, "remedy")).isNotBlank();
  }

  @Test
  void publish_answers_with_a_complete_label() throws IOException {
    object(ada, "publish", "{'name': 'ada/parent', 'value': 1}");
    JsonObject label =
        object(
            ada,
            "publish",
            "{'name': 'ada/x', 'value': [1], 'description': 'd', 'tags': ['b', 'a'],"
                + " 'properties': {'k': 'v'}, 'parents': ['ada/parent:v1']}");

    assertThat(label.keySet())
        .containsExactly(
            "name",
            "version",
            "revision",
            "previous",
            "publisher",
            "publishedAt",
            "type",
            "guarantee",
            "evidence",
            "description",
            "tags",
            "properties",
            "lifetime",
            "details",
            "parents");
    assertThat(text(label, "name")).isEqualTo("ada/x");
    assertThat(label.get("version").getAsLong()).isEqualTo(1);
    assertThat(label.get("previous").isJsonNull()).isTrue();
    assertThat(text(label, "publisher")).isEqualTo("ada");
    assertThat(text(label, "guarantee")).isEqualTo("IMMUTABLE");
    assertThat(label.get("tags")).hasToString("[\"a\",\"b\"]");
    assertThat(label.get("properties")).hasToString("{\"k\":\"v\"}");
    assertThat(label.get("lifetime").isJsonNull()).isTrue();
    assertThat(label.get("parents")).hasToString("[\"ada/parent:v1\"]");
    assertThat(object(ada, "describe", "{'ref': 'ada/x:v1'}")).isEqualTo(label);
  }

  @Test
  void get_gives_label_and_value_of_that_version() throws IOException {
    ada.ok("publish", "{'name': 'ada/x', 'value': 1}");
    ada.ok("publish", "{'name': 'ada/x', 'value': {'map': [['k', null]]}}");

    JsonObject latest = object(ada, "get", "{'ref': 'ada/x'}");
    assertThat(latest.getAsJsonObject("label").get("version").getAsInt()).isEqualTo(2);
    assertThat(latest.get("value")).hasToString("{\"map\":[[\"k\",null]]}");
    assertThat(object(ada, "get", "{'ref': 'ada/x:v1'}").get("value")).hasToString("1");
  }

  @Test
  void what_is_no_plain_data_has_a_kind_and_no_value() throws IOException {
    ada.construct("java.lang.StringBuilder");
    JsonObject published =
        RawClient.envelope(
            ada.call(
                "drystone",
                "publishObject",
                "s{\"name\": \"ada/o\", \"evenIfMutable\": \"a test\"}",
                "ro0"));
    assertThat(text(published.getAsJsonObject("ok"), "guarantee")).isEqualTo("MUTABLE");

    JsonObject got = object(ada, "get", "{'ref': 'ada/o'}");

    assertThat(text(got, "kind")).isEqualTo("object");
    assertThat(got.has("value")).isFalse();
    assertThat(ada.call("drystone", "object", "sada/o")).isEqualTo("!yro1");
    assertThat(ada.call("o1", "equals", "ro0")).isEqualTo("!ybtrue");
  }

  @Test
  void publishObject_refuses_what_can_change() throws IOException {
    ada.construct("java.util.Date");

    JsonObject refused =
        RawClient.envelope(ada.call("drystone", "publishObject", "s{\"name\": \"ada/o\"}", "ro0"));

    assertThat(text(refused.getAsJsonObject("error"), "code")).isEqualTo("NOT_IMMUTABLE");
    assertThat(ada.error("describe", "{'ref': 'ada/o'}")).isEqualTo("NOT_FOUND");
  }

  @Test
  void conditions_are_kept() throws IOException {
    ada.ok("publish", "{'name': 'ada/x', 'value': 1, 'ifAbsent': true}");
    assertThat(ada.error("publish", "{'name': 'ada/x', 'value': 2, 'ifAbsent': true}"))
        .isEqualTo("CONFLICT");
    ada.ok("publish", "{'name': 'ada/x', 'value': 2, 'replacing': 'ada/x:v1'}");
    assertThat(ada.error("publish", "{'name': 'ada/x', 'value': 3, 'replacing': 'ada/x:v1'}"))
        .isEqualTo("CONFLICT");
    assertThat(object(ada, "get", "{'ref': 'ada/x'}").get("value")).hasToString("2");
  }

  @Test
  void versions_are_listed_oldest_first() throws IOException {
    ada.ok("publish", "{'name': 'ada/x', 'value': 1}");
    ada.ok("publish", "{'name': 'ada/x', 'value': 2}");

    assertThat(labels(object(ada, "versions", "{'name': 'ada/x'}")))
        .extracting(label -> label.get("version").getAsInt())
        .containsExactly(1, 2);
  }

  @Test
  void lists_come_in_pages() throws IOException {
    for (String name : List.of("a", "b", "c")) {
      ada.ok("publish", "{'name': 'ada/" + name + "', 'value': 1, 'tags': ['t']}");
    }
    ada.ok("publish", "{'name': 'other', 'value': 1}");

    JsonObject page = object(ada, "list", "{'namespace': 'ada', 'tag': 't', 'limit': 2}");
    assertThat(labels(page)).extracting(l -> text(l, "name")).containsExactly("ada/a", "ada/b");
    assertThat(text(page, "position")).endsWith("#4");
    JsonObject next =
        object(ada, "list", "{'namespace': 'ada', 'after': '" + text(page, "next") + "'}");
    assertThat(labels(next)).extracting(l -> text(l, "name")).containsExactly("ada/c");
    assertThat(next.has("next")).isFalse();
    assertThat(labels(object(bob, "list", "{}")))
        .extracting(l -> text(l, "name"))
        .containsExactly("shared/other");
  }

  @Test
  void nothing_is_underway_when_nobody_publishes() throws IOException {
    assertThat(ada.ok("underway", "{}")).hasToString("{\"underway\":[]}");
  }

  @Test
  void await_answers_when_the_name_is_there_and_visible() throws IOException {
    bob.sendVerb("await", "{\"ref\": \"ada/x\", \"seconds\": 30}");
    ada.ok("publish", "{'name': 'ada/x', 'value': 1}");
    ada.ok("grant", "{'scope': 'ada/x', 'to': 'bob', 'right': 'READ'}");

    JsonObject label = bob.envelope().getAsJsonObject("ok").getAsJsonObject("label");
    assertThat(text(label, "name")).isEqualTo("ada/x");
  }

  @Test
  void changes_go_on_where_the_last_answer_ended() throws IOException {
    String start = text(object(ada, "hello", "{}"), "position");
    ada.ok("publish", "{'name': 'ada/x', 'value': 1}");
    ada.ok("grant", "{'scope': 'ada/', 'to': 'group:analysts', 'right': 'WRITE'}");

    JsonObject first = changes(ada, start);
    JsonObject commit = first.getAsJsonObject("commit");
    assertThat(text(commit, "author")).isEqualTo("ada");
    assertThat(text(commit, "position")).isEqualTo(text(first, "position"));
    JsonObject published = commit.getAsJsonArray("changes").get(0).getAsJsonObject();
    assertThat(text(published, "kind")).isEqualTo("published");
    assertThat(text(published.getAsJsonObject("label"), "name")).isEqualTo("ada/x");

    JsonObject second = changes(ada, text(first, "position"));
    assertThat(second.getAsJsonObject("commit").getAsJsonArray("changes").get(0))
        .hasToString(
            "{\"kind\":\"right\",\"scope\":\"ada/\",\"principal\":\"group:analysts\","
                + "\"before\":null,\"after\":\"WRITE\"}");
    assertThat(changes(ada, text(second, "position")).get("commit").isJsonNull()).isTrue();
  }

  @Test
  void changes_can_be_of_one_scope() throws IOException {
    String start = text(object(ada, "hello", "{}"), "position");
    ada.ok("publish", "{'name': 'other', 'value': 1}");
    ada.ok("publish", "{'name': 'ada/x', 'value': 1}");

    for (String scope : List.of("ada/", "ada/x")) {
      JsonObject first =
          object(
              ada, "changes", "{'after': '" + start + "', 'scope': '" + scope + "', 'seconds': 0}");
      assertThat(first.toString()).contains("ada/x").doesNotContain("shared/other");
    }
  }

  @Test
  void changes_tell_of_sight_gained_and_lost() throws IOException {
    String start = text(object(bob, "hello", "{}"), "position");
    ada.ok("publish", "{'name': 'ada/x', 'value': 1}");
    ada.ok("grant", "{'scope': 'ada/x', 'to': 'bob', 'right': 'READ'}");

    JsonObject gained = changes(bob, start);
    assertThat(gained.getAsJsonObject("commit").getAsJsonArray("changes").toString())
        .contains("{\"kind\":\"revealed\",\"name\":\"ada/x\"}");
    ada.ok("revoke", "{'scope': 'ada/x', 'from': 'bob'}");
    JsonObject lost = changes(bob, text(gained, "position"));
    assertThat(lost.getAsJsonObject("commit").getAsJsonArray("changes").toString())
        .contains("{\"kind\":\"hidden\",\"name\":\"ada/x\"}");
  }

  @Test
  void rights_are_given_taken_and_told() throws IOException {
    ada.ok("publish", "{'name': 'ada/x', 'value': 1}");
    assertThat(bob.error("get", "{'ref': 'ada/x'}")).isEqualTo("NOT_FOUND");

    JsonObject granted = object(ada, "grant", "{'scope': 'ada/x', 'to': 'bob', 'right': 'READ'}");
    assertThat(text(granted, "position")).contains("#");
    bob.ok("get", "{'ref': 'ada/x'}");
    assertThat(bob.error("publish", "{'name': 'ada/x', 'value': 2}")).isEqualTo("NOT_PERMITTED");
    assertThat(object(ada, "grants", "{'scope': 'ada/x'}").getAsJsonObject("grants"))
        .hasToString("{\"ada\":\"OWN\",\"bob\":\"READ\"}");

    ada.ok("revoke", "{'scope': 'ada/x', 'from': 'bob'}");
    assertThat(bob.error("get", "{'ref': 'ada/x'}")).isEqualTo("NOT_FOUND");
    ada.ok("grant", "{'scope': 'ada/', 'to': 'everyone', 'right': 'READ'}");
    bob.ok("get", "{'ref': 'ada/x'}");
  }

  @Test
  void texts_of_all_kinds_travel_unharmed() throws IOException {
    String text = "\\n\\r\\t\\\\ \\u2028 é 漢字 😀 \\u0000 'e'\\n";
    String encoded = text.replace("'", "\\u0027");

    ada.ok("publish", "{'name': 'ada/x', 'value': '" + encoded + "'}");

    assertThat(object(ada, "get", "{'ref': 'ada/x'}").get("value").getAsString())
        .isEqualTo("\n\r\t\\ \u2028 é 漢字 😀 \0 'e'\n");
  }

  private static JsonObject changes(RawClient client, String after) throws IOException {
    return object(client, "changes", "{'after': '" + after + "', 'seconds': 0}");
  }

  private static JsonObject object(RawClient client, String verb, String arguments)
      throws IOException {
    return client.ok(verb, arguments).getAsJsonObject();
  }

  private static List<JsonObject> labels(JsonObject answer) {
    JsonArray labels = answer.getAsJsonArray("labels");
    return StreamSupport.stream(labels.spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  private static String text(JsonObject json, String key) {
    return json.get(key).getAsString();
  }
}
