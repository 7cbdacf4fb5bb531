package io.kizashi.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReservedTypesTest {
  @Test
  void reservedTypesAreThoseOfTheContract() {
    assertThat(Stream.of(ReservedTypes.class.getFields()).map(ReservedTypesTest::text))
        .containsExactlyInAnyOrder(
            "profile_updated",
            "consent_changed",
            "identity_linked",
            "identity_unlinked",
            "customers_merged",
            "customers_split",
            "recommendation_outcome",
            "task_taken",
            "task_handed_on",
            "task_closed",
            "survey_answered",
            "staff_note",
            "erasure_requested",
            "session_ended");
  }

  private static String text(Field constant) {
    try {
      return String.valueOf(constant.get(null));
    } catch (IllegalAccessException e) {
      throw new LinkageError("a public constant can't be read", e);
    }
  }
}
