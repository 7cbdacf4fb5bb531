package io.kizashi.schema.state;

import io.kizashi.schema.Recommendation.Ownership;
import io.kizashi.schema.form.Form;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The binary form of whose decisions are. It follows the decisions, as readers of earlier builds
 * end with the last of these; and it is left out where nothing is said of any.
 */
final class OwnershipCodec {
  private static final int OWNERSHIPS = 1;

  private OwnershipCodec() {}

  static void write(ByteSink out, Strings.Writer strings, List<Decision> decisions) {
    List<Integer> owned =
        IntStream.range(0, decisions.size())
            .filter(i -> !of(decisions.get(i)).equals(Ownership.UNSAID))
            .boxed()
            .toList();
    if (owned.isEmpty()) {
      return;
    }
    out.writeByte(OWNERSHIPS);
    out.writeVarint(owned.size());
    for (int i : owned) {
      Ownership ownership = of(decisions.get(i));
      out.writeVarint(i);
      strings.write(out, ownership.assignee());
      strings.write(out, ownership.campaign());
      strings.write(out, ownership.owner());
    }
  }

  private static Ownership of(Decision decision) {
    return decision.recommendation().plan().ownership();
  }

  /** Says of decisions whose they are. */
  static void read(ByteSource in, Strings.Reader strings, List<Decision> decisions) {
    if (in.atEnd()) {
      return;
    }
    int mark = in.readByte();
    if (mark != OWNERSHIPS) {
      throw Form.DECISIONS.unknown(mark);
    }
    for (int left = in.readSize(); left > 0; left--) {
      int i = in.readSize();
      if (i >= decisions.size()) {
        throw new IllegalStateException("state says whose decision " + i + " is, which it lacks");
      }
      Ownership ownership = new Ownership(strings.read(in), strings.read(in), strings.read(in));
      Decision decision = decisions.get(i);
      decisions.set(i, decision.with(decision.recommendation().with(ownership)));
    }
  }
}
