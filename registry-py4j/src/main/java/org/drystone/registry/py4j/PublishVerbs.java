package org.drystone.registry.py4j;

import com.google.gson.JsonElement;
import java.util.Map;
import java.util.Optional;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.Publication;
import org.drystone.registry.Ref;
import org.drystone.registry.Registry;
import org.drystone.registry.VersionId;
import org.drystone.registry.VersionRef;
import org.jspecify.annotations.Nullable;

/** Publishing, of encoded values and of live objects. */
record PublishVerbs(Registry registry) {

  Map<String, Verb> table() {
    return Map.of("publish", this::publish);
  }

  private JsonElement publish(Arguments arguments) {
    return publish(arguments, ValueDecoder.decode(arguments.value("value")));
  }

  /** Publishes that object as the arguments say, collections as immutable copies. */
  JsonElement publish(Arguments arguments, @Nullable Object value) {
    Key<Object> key = Key.of(arguments.text("name"), Object.class);
    Publication how = publication(arguments);
    if (value == null) {
      throw new InvalidArgumentException(
          "Nothing was published as " + key, "the value is null", "Publish a value");
    }
    Label label = registry.publish(key, value, with -> how);
    return Labels.label(label);
  }

  private static Publication publication(Arguments arguments) {
    Publication with = condition(arguments, Publication.plain().copying());
    Optional<String> description = arguments.optionalText("description");
    with = description.map(with::describedAs).orElse(with);
    with = with.tagged(arguments.texts("tags").toArray(String[]::new));
    for (Map.Entry<String, String> property : arguments.textMap("properties").entrySet()) {
      with = with.property(property.getKey(), property.getValue());
    }
    for (Map.Entry<String, String> option : arguments.textMap("options").entrySet()) {
      with = with.option(option.getKey(), option.getValue());
    }
    with =
        with.derivedFrom(
            arguments.texts("parents").stream()
                .map(PublishVerbs::version)
                .toArray(VersionId[]::new));
    return arguments.optionalText("evenIfMutable").map(with::evenIfMutable).orElse(with);
  }

  private static Publication condition(Arguments arguments, Publication with) {
    Optional<String> replacing = arguments.optionalText("replacing");
    if (arguments.isTrue("ifAbsent")) {
      if (replacing.isPresent()) {
        throw new InvalidArgumentException(
            "Two conditions exclude each other",
            "ifAbsent and replacing were both given",
            "Give one of them");
      }
      return with.ifAbsent();
    }
    return replacing.map(text -> with.replacing(version(text))).orElse(with);
  }

  private static VersionId version(String text) {
    if (Ref.parse(text) instanceof VersionRef<Object> version) {
      return version.id();
    }
    throw new InvalidArgumentException(
        "\"" + text + "\" cannot stand here",
        "it names no version",
        "Write the name with its version, as in ada/flights:v3");
  }
}
