package org.jiedui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A value that is handed null says which of its parts was missing. */
class NullsTest {

  /** Drafts take null for a text that was left empty. */
  private static boolean isDraft(Class<?> type) {
    return type.getPackageName().equals("org.jiedui.intake");
  }

  @TestFactory
  Stream<DynamicTest> everyPublicRecord_namesThePartThatIsNull() {
    return new ClassFileImporter()
        .withImportOption(new DoNotIncludeTests()).importPackages("org.jiedui").stream()
            .filter(type -> type.isRecord() && type.getModifiers().contains(JavaModifier.PUBLIC))
            .map(JavaClass::reflect)
            .filter(type -> !isDraft(type))
            .filter(NullsTest::hasAReference)
            .map(
                type ->
                    DynamicTest.dynamicTest(type.getName(), () -> checkNamesTheFirstPart(type)));
  }

  private static boolean hasAReference(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .anyMatch(component -> !component.getType().isPrimitive());
  }

  private static void checkNamesTheFirstPart(Class<?> type) throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Constructor<?> constructor = type.getDeclaredConstructor(types);
    Object[] nulls =
        Arrays.stream(types)
            .map(part -> part.isPrimitive() ? zero(part) : null)
            .toArray(Object[]::new);
    Throwable thrown = catchThrowable(() -> constructor.newInstance(nulls));
    String first =
        Arrays.stream(components)
            .filter(component -> !component.getType().isPrimitive())
            .findFirst()
            .orElseThrow()
            .getName();
    assertThat(thrown).isInstanceOf(InvocationTargetException.class);
    assertThat(thrown.getCause()).isInstanceOf(NullPointerException.class).hasMessage(first);
  }

  private static Object zero(Class<?> primitive) {
    if (primitive == boolean.class) {
      return false;
    }
    return primitive == long.class ? (Object) 1L : (Object) 1;
  }
}
