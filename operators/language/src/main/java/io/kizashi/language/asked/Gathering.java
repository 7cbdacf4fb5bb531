package io.kizashi.language.asked;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelStandardMacro;
import io.kizashi.core.expression.ValueKind;
import io.kizashi.language.asked.Asked.Named;
import io.kizashi.language.expression.ExpressionCompiler;
import io.kizashi.language.expression.ExpressionMemory;
import io.kizashi.language.expression.ExpressionMemory.Speakable;
import io.kizashi.language.expression.Places;
import io.kizashi.language.expression.Scope;
import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.schema.ReservedTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was found so far; expressions are parsed, and those of a touchpoint alone compiled. */
final class Gathering {
  private static final CelParser PARSER =
      CelParserFactory.standardCelParserBuilder()
          .setOptions(CelOptions.current().build())
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .build();

  private final Places places;
  private final Optional<ExpressionCompiler> expressions;
  private final List<Named> types = new ArrayList<>();
  private final List<Ask> asks = new ArrayList<>();
  private final List<Question> questions = new ArrayList<>();

  private Gathering(Places places, Optional<ExpressionCompiler> expressions) {
    this.places = places;
    this.expressions = expressions;
  }

  static Gathering whole(YamlNode rulebook) {
    Places places = Places.of(rulebook);
    ExpressionCompiler expressions =
        new ExpressionCompiler(Speakable.NOTHING, places, new ExpressionMemory());
    return new Gathering(places, Optional.of(expressions));
  }

  /** Without questions: only parsed. */
  static Gathering named(YamlNode rulebook) {
    return new Gathering(Places.of(rulebook), Optional.empty());
  }

  Asked asked() {
    return new Asked(types, asks, questions);
  }

  /** A step names a type. */
  void name(Scalar type) {
    name(new Named(places.of(type), type.at(), type.text()));
  }

  /** Sessions end without a touchpoint. */
  private void name(Named type) {
    if (!type.type().equals(ReservedTypes.SESSION_ENDED)) {
      types.add(type);
    }
  }

  /** What an expression asks for. */
  void find(Scalar text, Map<String, Slot> names, Set<PropertyKind> wanted) {
    ast(text.text())
        .ifPresent(
            ast ->
                new ExpressionWalk(text, places.of(text), ast, asks::add, this::name)
                    .find(names, wanted));
  }

  /** What words name. */
  void read(Scalar text, String path, int from, Map<String, Slot> names, Set<PropertyKind> wanted) {
    String[] parts = path.split("\\.", -1);
    Optional.ofNullable(names.get(parts[0]))
        .filter(slot -> parts.length > 1)
        .map(slot -> slot.inside(List.of(parts).subList(1, parts.length)))
        .filter(Slot::isTold)
        .ifPresent(
            slot -> {
              int offset = from + path.length() - parts[parts.length - 1].length();
              asks.add(new Ask(places.of(text), at(text, offset), slot, wanted, List.of()));
            });
  }

  /** Where something in a text stands; only a text on one line can be pointed into. */
  static Mark at(Scalar text, int offset) {
    boolean single = !text.text().contains("\n") && text.at().text().contains(text.text());
    return single ? text.at().plus(offset + (text.quoted() ? 1 : 0)) : text.at();
  }

  /** The touchpoints of a slot of which a condition holds. */
  Slot narrowed(Slot slot, Scalar condition) {
    return ast(condition.text()).map(ast -> Paths.narrowed(slot, ast.getExpr())).orElse(slot);
  }

  /** A condition is asked of touchpoints, if it asks nothing else. */
  void ask(Scalar text, Slot of) {
    expressions
        .flatMap(it -> it.condition(text, Scope.EVENT, new Problems()))
        .ifPresent(condition -> add(text, of, Question.Answer.of(condition)));
  }

  /** Touchpoints are asked for a value, if it reads nothing else. */
  void askFor(Scalar text, Slot of) {
    expressions
        .flatMap(it -> it.value(text, Scope.EVENT, ValueKind.SCALAR, new Problems()))
        .ifPresent(value -> add(text, of, Question.Answer.of(value)));
  }

  private void add(Scalar text, Slot of, Question.Answer answer) {
    questions.add(new Question(places.of(text), text.at(), of.types(), answer));
  }

  private static Optional<CelAbstractSyntaxTree> ast(String text) {
    try {
      return Optional.of(PARSER.parse(text).getAst());
    } catch (CelValidationException e) {
      return Optional.empty();
    }
  }
}
