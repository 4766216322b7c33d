package org.drystone.examples.sparkhub;

import org.drystone.registry.py4j.DefaultEntryPoint;
import org.drystone.registry.py4j.spi.ClientSession;

/**
 * What plain Py4J finds as {@code entry_point}: the usual {@code getDataFrame} and {@code
 * saveDataFrame}, and a method of this application's own.
 */
public final class HubEntryPoint {

  private final ClientSession client;
  private final DefaultEntryPoint dataFrames;
  private final HubMeter meter;

  HubEntryPoint(ClientSession client, DefaultEntryPoint dataFrames, HubMeter meter) {
    this.client = client;
    this.dataFrames = dataFrames;
    this.meter = meter;
  }

  /** What is published under that reference. */
  public Object getDataFrame(String reference) {
    return dataFrames.getDataFrame(reference);
  }

  /** Publishes a new version under that name, and returns its reference. */
  public String saveDataFrame(String name, Object value) throws Exception {
    return dataFrames.saveDataFrame(name, value);
  }

  /** How the hub is doing, without the program that asks. */
  public HubFigures figures() {
    return meter.read(client.caller().session().orElseThrow());
  }
}
