package org.drystone.registry.py4j;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import org.drystone.registry.Export;
import org.drystone.registry.Ref;
import org.drystone.registry.Registry;

/** Announces stored bytes, which the client then streams. */
record ExportVerbs(Registry registry, Exports exports) {

  Map<String, Verb> table() {
    return Map.of("export", this::export);
  }

  private JsonElement export(Arguments arguments) {
    Export export = registry.export(Ref.parse(arguments.text("ref")));
    JsonArray sizes = new JsonArray();
    export.parts().forEach(part -> sizes.add(part.size()));
    JsonObject json = new JsonObject();
    json.addProperty("export", exports.add(export));
    json.add("label", Labels.label(export.label()));
    json.addProperty("mediaType", export.mediaType());
    json.add("sizes", sizes);
    return json;
  }
}
