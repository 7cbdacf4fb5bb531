package io.kizashi.core.decide;

/** A rulebook of many rules, spread evenly over some types. */
final class BigRulebook {
  private BigRulebook() {}

  static String type(int number) {
    return "type_" + number;
  }

  /** Its text. */
  static String text(int rules, int types) {
    StringBuilder text = new StringBuilder("rulebook: big\nmoments:\n");
    for (int i = 0; i < rules; i++) {
      text.append(moment(i, type(i % types)));
    }
    text.append("actions:\n");
    for (int i = 0; i < rules; i++) {
      text.append(action(i));
    }
    return text.toString();
  }

  private static String moment(int i, String type) {
    return """
      moment_%d:
        kind: drop_off
        pattern:
          - { event: %s, where: 'event.properties.v >= %d.0 && event.channel == "web"', as: first }
          - { absence: %s, where: 'event.properties.w == first.properties.w', for: %dm }
        severity: 'min(1.0, first.properties.v / %d.0)'
    """
        .formatted(i, type, i % 10, type, 1 + i % 50, 10 + i % 90)
        .indent(2);
  }

  private static String action(int i) {
    return """
      action_%d:
        kind: inform
        answers: [moment_%d]
        channels: [web]
        expires: 1h
        content: { web: { ja: '{{first.properties.v}}' } }
    """
        .formatted(i, i)
        .indent(2);
  }
}
