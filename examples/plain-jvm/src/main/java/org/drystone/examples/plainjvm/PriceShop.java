package org.drystone.examples.plainjvm;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import org.drystone.examples.plainjvm.PriceBook.Price;
import org.drystone.registry.Hub;
import org.drystone.registry.py4j.ConnectionFile;
import org.drystone.registry.py4j.Gateway;
import org.drystone.registry.py4j.Users;
import org.drystone.registry.py4j.spi.GatewayRight;

/**
 * A JVM application without Spark that shares its price book with Python. It reads new prices from
 * its standard input ({@code tea 3.95}) until that ends.
 */
public final class PriceShop {

  private PriceShop() {}

  /** Runs the shop; the argument is where to write the connection file. */
  public static void main(String... arguments) {
    Users users = Users.create();
    ConnectionFile file =
        ConnectionFile.at(Path.of(arguments[0]))
            .token("ada", users.add("ada", GatewayRight.JVM))
            .token("alan", users.add("alan", GatewayRight.SEALED));
    try (Hub hub = Hub.create()) {
      PriceDesk desk = new PriceDesk(hub.registry());
      hub.registry().publish(PriceDesk.PRICES, openingPrices());
      try (Gateway gateway =
          Gateway.on(hub)
              .port(0)
              .users(users)
              .entryPoint(desk)
              .allow(Quote.class)
              .connectionFile(file)
              .start()) {
        System.out.println("ready " + gateway.url());
        takePrices(desk);
      }
    }
  }

  private static PriceBook openingPrices() {
    return new PriceBook(
        "EUR",
        List.of(
            new Price("tea", new BigDecimal("3.80")), new Price("coffee", new BigDecimal("5.20"))));
  }

  private static void takePrices(PriceDesk desk) {
    Scanner lines = new Scanner(System.in, StandardCharsets.UTF_8).useLocale(Locale.ROOT);
    while (lines.hasNext()) {
      System.out.println("published " + desk.reprice(lines.next(), lines.nextBigDecimal()).id());
    }
  }
}
