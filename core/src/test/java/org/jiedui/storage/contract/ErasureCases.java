package org.jiedui.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiedui.child.Child;
import org.jiedui.id.ChildId;
import org.jiedui.storage.Versioned;
import org.junit.jupiter.api.Test;

/** Erasing a child: nothing of it is left but what must be. */
abstract class ErasureCases extends ContractCases {

  private static final ChildId OTHER = ChildId.of("c-2");

  private final Everything everything = new Everything(fixtures);

  private boolean erase(ChildId child) {
    return store().write(writer -> writer.erase(SCHOOL, child));
  }

  @Test
  void erase_leavesNothingOfTheChild_andAllOfTheOthers() {
    write(everything::insert);
    write(everything::change);
    Map<String, Object> before = dump();

    assertThat(erase(CHILD)).isTrue();

    Map<String, Object> after = new TreeMap<>(dump());
    assertThat(after.keySet().stream().filter(key -> key.startsWith(SCHOOL + "/" + CHILD + " ")))
        .isNotEmpty()
        .allSatisfy(
            key -> {
              if (key.endsWith(" referrals")) {
                assertThat(after.get(key)).as(key).isEqualTo(before.get(key));
              } else {
                assertThat((Collection<?>) after.get(key)).as(key).isEmpty();
              }
            });
    assertThat(after.keySet().stream().filter(key -> key.startsWith(SCHOOL + "/" + OTHER + " ")))
        .isNotEmpty()
        .allSatisfy(
            key -> {
              boolean isShared = key.endsWith("peer pairs") || key.endsWith("home stays");
              if (!isShared) {
                assertThat(after.get(key)).as(key).isEqualTo(before.get(key));
              }
            });
    for (String kept : new String[] {"school", "calendar", "rule book", "classes", "staff"}) {
      assertThat(after.get(SCHOOL + " " + kept))
          .as(kept)
          .isEqualTo(before.get(SCHOOL + " " + kept));
    }
    assertThat(after.get(SCHOOL + " audit")).isEqualTo(before.get(SCHOOL + " audit"));
    assertListed(reader -> reader.children().all(SCHOOL)).extracting(Child::id).isEqualTo(others());
    assertThat(String.valueOf(after.get(SCHOOL + " sweep"))).doesNotContain(CHILD + " ");
  }

  private static List<ChildId> others() {
    return List.of(OTHER);
  }

  @Test
  void erase_ofAChildThatIsNotThere_changesNothing() {
    write(everything::insert);
    storeChild(OTHER_SCHOOL, OTHER);
    Map<String, Object> before = dump();

    assertThat(erase(OTHER)).isFalse();

    assertThat(dump()).isEqualTo(before);
    erase(CHILD);
    Map<String, Object> erased = dump();
    assertThat(erase(CHILD)).isFalse();
    assertThat(dump()).isEqualTo(erased);
  }

  @Test
  void erase_inAWriteThatFails_changesNothing() {
    write(everything::insert);
    Map<String, Object> before = dump();

    Throwable failure =
        catchThrowable(
            () ->
                write(
                    writer -> {
                      writer.erase(SCHOOL, CHILD);
                      throw new IllegalStateException("the work failed");
                    }));

    assertThat(failure).hasMessage("the work failed");
    assertThat(dump()).isEqualTo(before);
  }

  @Test
  void erase_thenStoredAgain_isANewChild() {
    write(everything::insert);
    erase(CHILD);

    Child again = storeChild(SCHOOL, CHILD);

    assertFound(reader -> reader.children().find(SCHOOL, CHILD))
        .contains(new Versioned<>(again, 1));
    assertFound(reader -> reader.children().findByStudentNumber(SCHOOL, again.studentNumber()))
        .isPresent();
    assertListed(reader -> reader.contacts().ofChild(SCHOOL, CHILD)).isEmpty();
  }
}
