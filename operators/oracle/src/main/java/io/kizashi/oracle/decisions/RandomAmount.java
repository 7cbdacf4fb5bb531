package io.kizashi.oracle.decisions;

import io.kizashi.oracle.story.Yaml;
import java.util.Optional;

/** What an action is worth. */
sealed interface RandomAmount {
  /** As the rulebook writes it. */
  String cel();

  /** Its value; empty where something is missing. */
  Optional<Double> value(NaiveFacts world);

  /** A number. */
  record Fixed(double number) implements RandomAmount {
    @Override
    public String cel() {
      return Yaml.number(number);
    }

    @Override
    public Optional<Double> value(NaiveFacts world) {
      return Optional.of(number);
    }
  }

  /** A multiple of a fact. */
  record Multiple(RandomFact fact, double times) implements RandomAmount {
    @Override
    public String cel() {
      return fact.cel() + " * " + Yaml.number(times);
    }

    @Override
    public Optional<Double> value(NaiveFacts world) {
      return fact.value(world).map(value -> value * times);
    }
  }

  /** Another number for the moment of one touchpoint. */
  record Except(String touchpoint, double number, RandomAmount otherwise) implements RandomAmount {
    @Override
    public String cel() {
      return "x.id == \"" + touchpoint + "\" ? " + Yaml.number(number) + " : " + otherwise.cel();
    }

    @Override
    public Optional<Double> value(NaiveFacts world) {
      boolean meant = world.moment().filter(t -> t.id().equals(touchpoint)).isPresent();
      return meant ? Optional.of(number) : otherwise.value(world);
    }
  }
}
