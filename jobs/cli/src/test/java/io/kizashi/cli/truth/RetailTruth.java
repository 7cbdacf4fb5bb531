package io.kizashi.cli.truth;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.tukaani.xz.XZInputStream;

/** "No purchase within 60 days of a purchase over 200 pounds." */
public final class RetailTruth {
  private static final long SILENCE_MILLIS = Duration.ofDays(60).toMillis();
  private static final BigDecimal BOUND = BigDecimal.valueOf(200);
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private RetailTruth() {}

  static final class Invoice {
    private final String number;
    private final long time;
    private BigDecimal total = BigDecimal.ZERO;

    Invoice(String number, long time) {
      this.number = number;
      this.time = time;
    }

    long time() {
      return time;
    }

    /** In whole pence, as an invoice is paid: one line of the file costs a tenth of one. */
    BigDecimal total() {
      return total.setScale(2, RoundingMode.HALF_UP);
    }
  }

  /** Lines "customer touchpoint-id detectedAt", the time in RFC 3339 with milliseconds. */
  public static SortedSet<String> moments(Path file) throws IOException {
    SortedSet<String> moments = new TreeSet<>();
    for (Map.Entry<String, List<Invoice>> customer : purchases(file).entrySet()) {
      for (Invoice invoice : customer.getValue()) {
        if (invoice.total.compareTo(BOUND) > 0 && silentAfter(customer.getValue(), invoice)) {
          Instant detected = Instant.ofEpochMilli(invoice.time + SILENCE_MILLIS);
          String at = detected.toString().replace("Z", ".000Z");
          moments.add(customer.getKey() + " " + invoice.number + " " + at);
        }
      }
    }
    return moments;
  }

  /** Purchases by customer; an invoice's time is its first line's. */
  static Map<String, List<Invoice>> purchases(Path file) throws IOException {
    Map<String, List<Invoice>> byCustomer = new HashMap<>();
    Map<String, Invoice> byNumber = new LinkedHashMap<>();
    CSVFormat format =
        CSVFormat.Builder.create(CSVFormat.DEFAULT).setHeader().setSkipHeaderRecord(true).get();
    try (Reader text =
        new InputStreamReader(
            new XZInputStream(new BufferedInputStream(Files.newInputStream(file))),
            StandardCharsets.UTF_8)) {
      for (CSVRecord line : format.parse(text)) {
        String number = line.get("InvoiceNo");
        String customer = line.get("CustomerID");
        if (!number.startsWith("C") && !customer.isEmpty() && !customer.equals("NA")) {
          Invoice invoice =
              byNumber.computeIfAbsent(number, n -> open(n, line, byCustomer, customer));
          invoice.total =
              invoice.total.add(
                  new BigDecimal(line.get("Quantity"))
                      .multiply(new BigDecimal(line.get("UnitPrice"))));
        }
      }
    }
    return byCustomer;
  }

  private static Invoice open(
      String number, CSVRecord line, Map<String, List<Invoice>> byCustomer, String customer) {
    LocalDateTime local = LocalDateTime.parse(line.get("InvoiceDate").replace(' ', 'T'));
    Invoice invoice = new Invoice(number, local.atZone(LONDON).toInstant().toEpochMilli());
    byCustomer.computeIfAbsent(customer, c -> new ArrayList<>()).add(invoice);
    return invoice;
  }

  /** The file's clock knows minutes: another purchase of the same one breaks a silence, too. */
  private static boolean silentAfter(List<Invoice> invoices, Invoice bought) {
    return invoices.stream()
        .filter(other -> other != bought)
        .noneMatch(
            other -> other.time >= bought.time && other.time <= bought.time + SILENCE_MILLIS);
  }
}
