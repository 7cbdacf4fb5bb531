package io.kizashi.flink;

import static io.kizashi.flink.DefectiveCore.UNLUCKY;
import static io.kizashi.flink.Records.MINUTE;
import static io.kizashi.flink.Records.TEN;
import static io.kizashi.flink.Records.arrived;
import static io.kizashi.flink.Records.cart;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.flink.DefectiveCore.Flaw;
import io.kizashi.flink.inquiry.Inquiries;
import io.kizashi.schema.Control;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Inquiry;
import io.kizashi.schema.Pause;
import io.kizashi.schema.state.CustomerState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who owns a customer answers what is asked of that one, and nothing else changes. */
class InquiriesTest {
  private static final CustomerKey CUSTOMER = CustomerKey.customer("c-1");

  private static Inquiry about(CustomerKey customer) {
    return new Inquiry("i-1", customer, 9);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatIsWaitedForIsAnsweredAndNothingElseChanges(boolean restless) throws Exception {
    try (Persons persons = new Persons(Records.rulebook(1), restless)) {
      persons.touchpoint(arrived(cart("e-1", "c-1", TEN), 41));
      persons.proven(TEN + MINUTE);
      persons.control(new Pause(new Pause.Target("sell", "", ""), true, "", "", 8));
      byte[] before = persons.stored(CUSTOMER.text());
      int timers = persons.timers();

      persons.control(about(CUSTOMER));

      assertThat(persons.answers())
          .singleElement()
          .asString()
          .startsWith("io.kizashi.reply {\"inquiry\":\"i-1\",\"customer\":\"c-1\",")
          .contains("\"found\":\"known\"", "\"version\":1")
          .contains("\"rule\":\"cart_abandoned\"", "\"type\":\"order_placed\"")
          .contains("\"silence\":true", "\"until\":\"2026-03-01T10:30:00.000Z\"")
          .contains("\"pauses\":[{\"kind\":\"sell\"}]");
      assertThat(persons.stored(CUSTOMER.text())).isEqualTo(before);
      assertThat(persons.timers()).isEqualTo(timers);
      assertThat(persons.moments()).isEmpty();
      assertThat(persons.rejected()).isEmpty();
    }
  }

  @Test
  void anAnswerComesBetweenOthersAndDisturbsNone() throws Exception {
    try (Persons persons = new Persons(Records.rulebook(1), false)) {
      persons.touchpoint(arrived(cart("e-1", "c-1", TEN), 41));
      persons.touchpoint(arrived(cart("e-2", "c-2", TEN), 42));
      persons.control(about(CUSTOMER));
      persons.proven(TEN + 31 * MINUTE);
      persons.control(about(CUSTOMER));

      assertThat(persons.recommendations()).hasSize(2);
      assertThat(persons.answers())
          .satisfiesExactly(
              waiting -> assertThat(waiting).contains("\"waiting\":1", "\"decisions\":[]"),
              decided ->
                  assertThat(decided)
                      .contains("\"waiting\":0", "\"action\":\"cart_rescue\"", "\"issued\""));
    }
  }

  @Test
  void whoIsNotKnownIsAnsweredToo() throws Exception {
    try (Persons persons = new Persons(Records.rulebook(1), false)) {
      persons.touchpoint(arrived(cart("e-1", "c-1", TEN), 41));
      persons.control(about(CustomerKey.guest("c-1")));
      assertThat(persons.answers())
          .singleElement()
          .asString()
          .contains("\"customer\":\"c-1\",\"guest\":true")
          .contains("\"found\":\"nothing\"");
      assertThat(persons.states()).isEqualTo(1);
    }
  }

  @Test
  void aFrozenCustomerSaysSinceWhen() throws Exception {
    try (Persons persons =
        new Persons(Records.rulebook(1), new DefectiveCore(Flaw.HISTORY), false)) {
      persons.touchpoint(arrived(cart("e-1", UNLUCKY.id(), TEN), 41));
      persons.touchpoint(arrived(cart("e-2", UNLUCKY.id(), TEN + MINUTE), 42));
      persons.touchpoint(arrived(cart("e-3", UNLUCKY.id(), TEN + 2 * MINUTE), 43));
      persons.control(about(UNLUCKY));
      assertThat(persons.answers())
          .singleElement()
          .asString()
          .contains("\"found\":\"frozen\",\"since\":\"2026-03-01T10:01:00.000Z\"")
          .contains("\"defect\":\"defect java.lang.IllegalArgumentException at io.kizashi.")
          .contains("\"waiting\":2")
          .doesNotContain("1970");
    }
  }

  @Test
  void aStateThatCantBeReadIsRefusedAndFreezesNobody() throws Exception {
    try (Persons persons = new Persons(Records.rulebook(1), false)) {
      persons.touchpoint(arrived(cart("e-1", "c-1", TEN), 41));
      byte[] cut = Arrays.copyOf(persons.stored(CUSTOMER.text()), 40);
      persons.store(CUSTOMER.text(), state -> CustomerState.decodeOrKeep(cut));
      persons.control(about(CUSTOMER));
      assertThat(persons.answers())
          .singleElement()
          .asString()
          .contains("\"found\":\"refused\",\"reason\":\"defect\"");
      assertThat(persons.rejected()).isEmpty();
    }
  }

  @Test
  void whoAsksInALoopIsRefusedUntilTheNextSecond() throws Exception {
    try (Persons persons = new Persons(Records.rulebook(1), false)) {
      persons.touchpoint(arrived(cart("e-1", "c-1", TEN), 41));
      List<Control> loop = new ArrayList<>();
      for (int i = 0; i <= Inquiries.PER_SECOND; i++) {
        loop.add(new Inquiry("i-" + i, CUSTOMER, 9 + i));
      }
      persons.control(loop.toArray(Control[]::new));
      List<String> answers = persons.answers();
      assertThat(answers).hasSize(Inquiries.PER_SECOND + 1);
      assertThat(answers.stream().filter(it -> it.contains("\"reason\":\"too_many\"")))
          .containsExactly(answers.get(Inquiries.PER_SECOND));
      // By now the sweep's clock has gone on.
      persons.control(about(CUSTOMER));
      assertThat(persons.answers()).singleElement().asString().contains("\"found\":\"known\"");
    }
  }

  @Test
  void ofTwoTasksTheOneThatOwnsTheCustomerAnswers() throws Exception {
    try (Persons one = new Persons(Records.rulebook(1), 2, 0);
        Persons other = new Persons(Records.rulebook(1), 2, 1)) {
      List<String> answered = new ArrayList<>();
      for (int i = 0; i < Inquiries.PER_SECOND; i++) {
        Inquiry inquiry = new Inquiry("i-" + i, CustomerKey.customer("c-" + i), i);
        one.control(inquiry);
        other.control(inquiry);
        List<String> ofOne = one.answers();
        List<String> ofOther = other.answers();
        assertThat(ofOne.size() + ofOther.size()).as("answers on c-%d", i).isEqualTo(1);
        answered.add(ofOne.isEmpty() ? "other" : "one");
      }
      assertThat(answered).contains("one", "other");
    }
  }
}
