package io.kizashi.language.read;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import io.kizashi.core.content.Template;
import io.kizashi.core.rules.Content;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes apart the templates that authors write: words and variables, no logic. */
final class ContentTemplates {
  /**
   * A capture, its field, and of a field that holds values by name the name, which may be dotted.
   */
  private static final int PATH = 3;

  private static final Mustache.Compiler COMPILER = Mustache.compiler();

  private ContentTemplates() {}

  /**
   * Compiles the parts.
   *
   * @throws MustacheException if a template is broken or holds more than variables
   */
  static Content compile(Map<String, String> texts) {
    Map<String, Template> parts = new LinkedHashMap<>();
    Map<String, List<String>> paths = new HashMap<>();
    texts.forEach(
        (part, text) -> {
          OnlyVariables visitor = new OnlyVariables(new Template.Builder(), paths);
          COMPILER.compile(text).visit(visitor);
          parts.put(part, visitor.template().build());
        });
    return new Content(texts, parts, paths);
  }

  private record OnlyVariables(Template.Builder template, Map<String, List<String>> paths)
      implements Mustache.Visitor {
    @Override
    public void visitText(String text) {
      if (text.contains("{{") || text.contains("}}")) {
        throw new MustacheException("a variable is not closed");
      }
      template.words(text);
    }

    @Override
    public void visitVariable(String name) {
      template.place(name);
      paths.computeIfAbsent(name, dotted -> List.of(dotted.split("\\.", PATH)));
    }

    @Override
    public boolean visitInclude(String name) {
      throw new MustacheException("templates can't include others");
    }

    @Override
    public boolean visitSection(String name) {
      throw new MustacheException("templates hold variables only, no sections");
    }

    @Override
    public boolean visitInvertedSection(String name) {
      throw new MustacheException("templates hold variables only, no sections");
    }
  }
}
