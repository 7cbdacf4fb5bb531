package io.kizashi.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.tokenattributes.BaseFormAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * A smallest part of Japanese that means something, found by Lucene's Kuromoji with the IPA
 * dictionary.
 *
 * @param part of speech, as the IPA dictionary names it
 */
record Morpheme(int start, int end, String form, String lemma, String part) {
  static final String NOT = "ない";

  static List<Morpheme> of(String text) {
    List<Morpheme> morphemes = new ArrayList<>();
    try (JapaneseTokenizer tokenizer =
        new JapaneseTokenizer(null, false, JapaneseTokenizer.Mode.NORMAL)) {
      tokenizer.setReader(new StringReader(text));
      CharTermAttribute term = tokenizer.addAttribute(CharTermAttribute.class);
      BaseFormAttribute base = tokenizer.addAttribute(BaseFormAttribute.class);
      PartOfSpeechAttribute part = tokenizer.addAttribute(PartOfSpeechAttribute.class);
      OffsetAttribute offset = tokenizer.addAttribute(OffsetAttribute.class);
      tokenizer.reset();
      while (tokenizer.incrementToken()) {
        String form = term.toString();
        String lemma = base.getBaseForm();
        int start = offset.startOffset();
        morphemes.add(
            new Morpheme(
                start,
                offset.endOffset(),
                form,
                lemma == null ? form : lemma,
                part.getPartOfSpeech()));
      }
      tokenizer.end();
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
    return morphemes;
  }

  boolean is(String speech) {
    return part.startsWith(speech);
  }

  boolean isBlank() {
    return form.isBlank() && form.charAt(0) != '\n';
  }

  boolean isPolite() {
    return lemma.equals("ます") && is("助動詞");
  }

  boolean isNot() {
    boolean old = is("助動詞") && (lemma.equals("ん") || lemma.equals("ぬ"));
    return old || lemma.equals("無い") || (lemma.equals(NOT) && !is("名詞"));
  }

  boolean isBeing() {
    return lemma.equals("ある") || lemma.equals("ござる");
  }

  /** Marks what is spoken of: は, も, が, を. */
  boolean isTopic() {
    return (is("助詞-係助詞") && (form.equals("は") || form.equals("も")))
        || (is("助詞-格助詞") && (form.equals("が") || form.equals("を")));
  }

  boolean isMark() {
    char first = form.charAt(0);
    boolean sign = is("記号") && !is("記号-アルファベット");
    return sign || first == '!' || first == '?' || first == '.';
  }

  /** Whether a clause may end with it: て, で, ので, から, し. */
  boolean endsClause() {
    boolean joins = is("助詞-接続助詞");
    return switch (form) {
      case "て", "ので", "から", "し" -> joins;
      case "で" -> joins || is("助動詞");
      default -> false;
    };
  }

  /** Whether て goes on with it, as in ている, てくれる, ては and by a negation. */
  boolean continues() {
    return is("動詞-非自立") || is("助詞-係助詞") || is("助動詞") || is("形容詞-非自立") || isNot() || isBeing();
  }
}
