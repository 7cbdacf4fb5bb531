package io.kizashi.language.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.recipient.Absence;
import io.kizashi.core.recipient.Owner;
import io.kizashi.core.recipient.Owners;
import io.kizashi.core.recipient.Recipient;
import io.kizashi.core.rules.Rules;
import io.kizashi.language.library.Bundle;
import io.kizashi.language.read.Compilation.Compiled;
import io.kizashi.language.yaml.Problem;
import io.kizashi.schema.RulebookDocument;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OwnersReaderTest {
  private static final String RULEBOOK =
      """
      rulebook: retail
      timezone: Asia/Tokyo
      moments:
        angry: { kind: drop_off, owner: care-team, pattern: [ { event: complaint } ] }
      actions:
        call: { kind: recover, to: supervisor, campaign: spring, answers: [angry], channels: [desk], expires: 1h, content: { desk: { en: a } } }
      """;

  private static Rules rules(String text) {
    Compilation compilation = RulebookCompiler.compile(new RulebookDocument("r.yaml", 1, text));
    assertThat(compilation.problems()).isEmpty();
    return ((Compiled) compilation).rules();
  }

  private static Owners owners(String text) {
    return rules(text).policies().owners().orElseThrow();
  }

  private static String by(Owner owner) {
    return owner.read().findFirst().orElseThrow().text();
  }

  private static Owner owner(Owners owners, Recipient recipient) {
    return Optional.ofNullable(owners.owners().get(recipient)).orElseThrow();
  }

  @Test
  void ownersAreReadInEachForm() {
    Owners owners =
        owners(
            RULEBOOK
                + """
                owners:
                  supervisor: care-leads@shop.example
                  rep: 'customer.rep'
                  store: { by: 'event.place' }
                  page_owner: { by: 'event.properties.page', is: { /cart: ec-team, /apply: cards-team } }
                  away: [ { who: tanaka, from: 2026-08-10, to: 2026-08-16, deputy: sato } ]
                  fallback: desk
                """);
    Map<Recipient, Owner> named = owners.owners();
    assertThat(named.get(Recipient.SUPERVISOR))
        .as("an address of mail is a name, though it has a dot")
        .isEqualTo(new Owner.Named("care-leads@shop.example"));
    assertThat(named.get(Recipient.REP)).isInstanceOf(Owner.Known.class);
    assertThat(by(owner(owners, Recipient.REP))).isEqualTo("customer.rep");
    assertThat(named.get(Recipient.STORE)).isInstanceOf(Owner.Known.class);
    assertThat(by(owner(owners, Recipient.STORE))).isEqualTo("event.place");
    Owner.Listed pages = (Owner.Listed) owner(owners, Recipient.PAGE_OWNER);
    assertThat(pages.by().text()).isEqualTo("event.properties.page");
    assertThat(pages.is()).isEqualTo(Map.of("/cart", "ec-team", "/apply", "cards-team"));
    assertThat(named).doesNotContainKeys(Recipient.AGENT, Recipient.CUSTOMER);
    assertThat(owners.absences())
        .containsExactly(
            new Absence("tanaka", LocalDate.of(2026, 8, 10), LocalDate.of(2026, 8, 16), "sato"));
    assertThat(owners.fallback()).isEqualTo("desk");
    assertThat(owners.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
  }

  @Test
  void momentsSayWhoAnswersForThemAndActionsTheirCampaign() {
    Rules rules = rules(RULEBOOK);
    assertThat(rules.moment("angry").orElseThrow().owner()).isEqualTo("care-team");
    assertThat(rules.answering("angry").get(0).campaign()).isEqualTo("spring");
    assertThat(rules.policies().owners()).isEmpty();
  }

  /** What is published is one text with all files: owners go with it. */
  @Test
  void ownersInAnIncludedFileBelongToTheRulebookThatIsPublished() {
    String main =
        RULEBOOK
            + """
            include: [ people.yaml ]
            owners:
              supervisor: tanaka
              away: [ { who: sato, from: 2026-08-10, to: 2026-08-16, deputy: suzuki } ]
              fallback: desk
            """;
    String people =
        """
        owners:
          page_owner: { by: 'event.properties.page', is: { /cart: ec-team } }
          away: [ { who: tanaka, from: 2026-08-10, to: 2026-08-16, deputy: sato } ]
        """;
    Owners owners = owners(Bundle.join(main, name -> Optional.of(people)));
    assertThat(owners.owners()).containsOnlyKeys(Recipient.SUPERVISOR, Recipient.PAGE_OWNER);
    assertThat(owners.absences()).extracting(Absence::who).containsExactly("sato", "tanaka");
    assertThat(owners.fallback()).isEqualTo("desk");
  }

  @Test
  void aNameThatTwoFilesOwnIsRefused() {
    String main = RULEBOOK + "include: [ a.yaml ]\nowners: { supervisor: tanaka, fallback: desk }";
    String text = Bundle.join(main, name -> Optional.of("owners: { supervisor: sato }\n"));
    List<Problem> problems =
        RulebookCompiler.compile(new RulebookDocument("r.yaml", 1, text)).problems();
    assertThat(problems).extracting(Problem::code).containsExactly("duplicate_name");
  }

  @Test
  void onlyTasksOfWhomNobodyIsNamedAreNoted() {
    String other = RULEBOOK + "owners: { store: 'event.place', fallback: desk }\n";
    List<Problem> problems =
        RulebookCompiler.compile(new RulebookDocument("r.yaml", 1, other)).problems();
    assertThat(problems).extracting(Problem::code).containsExactly("nobodys");
    assertThat(problems.get(0).severity()).isEqualTo(Problem.Severity.WARNING);
  }

  @Test
  void listsHaveABound() {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i <= 2_000; i++) {
      names.append(i == 0 ? "" : ", ").append("/p").append(i).append(": t");
    }
    String start = RULEBOOK + "owners: { supervisor: s, page_owner: { by: 'event.place', is: { ";
    String most = names.substring(0, names.lastIndexOf(","));
    assertThat(
            ((Owner.Listed)
                    owner(owners(start + most + " } }, fallback: d }\n"), Recipient.PAGE_OWNER))
                .is())
        .hasSize(2_000);
    RulebookDocument tooMany =
        new RulebookDocument("r.yaml", 1, start + names + " } }, fallback: d }\n");
    assertThat(RulebookCompiler.compile(tooMany).problems())
        .extracting(Problem::code)
        .containsExactly("out_of_bounds");
  }

  @Test
  void ownersInTheirOwnTablesAreReadFromWhatIsPublished() {
    String main =
        RULEBOOK
            + """
            owners:
              page_owner: pages.csv
              supervisor: { by: 'event.place', file: leads/leads.csv }
              fallback: desk
            """;
    Map<String, String> tables =
        Map.of(
            "pages.csv", "/cart,ec-team\n\"/apply,1\", \"cards-team\"\n",
            "leads/leads.csv", "\uFEFFshibuya;sato\r\numeda;tanaka\r\n");
    String text = Bundle.join(main, name -> Optional.ofNullable(tables.get(name)));
    Owner.Listed pages = (Owner.Listed) owner(owners(text), Recipient.PAGE_OWNER);
    assertThat(pages.by().text()).isEqualTo("event.properties.page");
    assertThat(pages.is()).isEqualTo(Map.of("/cart", "ec-team", "/apply,1", "cards-team"));
    Owner.Listed leads = (Owner.Listed) owner(owners(text), Recipient.SUPERVISOR);
    assertThat(leads.is()).isEqualTo(Map.of("shibuya", "sato", "umeda", "tanaka"));
  }
}
