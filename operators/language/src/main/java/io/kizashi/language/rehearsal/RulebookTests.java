package io.kizashi.language.rehearsal;

import io.kizashi.core.rules.Rules;
import io.kizashi.language.read.Compilation;
import io.kizashi.language.read.RulebookTest;
import io.kizashi.schema.Touchpoint;
import java.util.List;
import java.util.function.UnaryOperator;

/** Runs the tests of a rulebook. Pure: the same rules give the same results. */
public final class RulebookTests {
  private RulebookTests() {}

  /**
   * Runs every test on a customer of its own: the touchpoints arrive in the order written, each
   * proving the time before it, then time goes on to {@code until} and the rulebook's disorder.
   *
   * @return one result a test, in the order of the rulebook
   */
  public static List<Result> run(Compilation.Compiled rulebook) {
    return run(rulebook, UnaryOperator.identity());
  }

  /**
   * The same, of touchpoints as they reach the rules.
   *
   * @param senses what an engine makes of a touchpoint before
   */
  public static List<Result> run(Compilation.Compiled rulebook, UnaryOperator<Touchpoint> senses) {
    return rulebook.tests().stream().map(test -> run(test, rulebook.rules(), senses)).toList();
  }

  /**
   * What stands at the end of a story about a customer of whom nothing was known.
   *
   * @param given touchpoints in the order of their arrival
   * @param until milliseconds since the epoch up to which time goes on
   */
  public static List<Happening> standing(Rules rules, List<Touchpoint> given, long until) {
    Rehearsal rehearsal = new Rehearsal(rules);
    given.forEach(rehearsal::arrives);
    rehearsal.lastsUntil(until);
    return rehearsal.standing();
  }

  private static Result run(RulebookTest test, Rules rules, UnaryOperator<Touchpoint> senses) {
    Rehearsal rehearsal = new Rehearsal(rules);
    test.given().stream().map(senses).forEach(rehearsal::arrives);
    rehearsal.lastsUntil(test.until());
    Pairing pairing = new Pairing(test.expect(), rehearsal.standing());
    return new Result(test, pairing.missing(), pairing.unexpected(), rehearsal.late());
  }
}
