package org.drystone.registry;

import static com.tngtech.archunit.core.domain.JavaModifier.PROTECTED;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;

/** What users see of a class: its supertypes, and the types in its public and protected members. */
final class PublicSignatures {

  private static final List<String> HIDDEN =
      List.of(
          "com.google.",
          "org.objectweb.asm.",
          "org.immutables.",
          "org.drystone.registry.internal.",
          "org.drystone.registry.immutability.internal.");

  static final DescribedPredicate<JavaClass> ARE_PUBLIC_FACES =
      DescribedPredicate.describe("are public faces", PublicSignatures::isPublicFace);

  static final ArchCondition<JavaClass> SHOW_ONLY_OPEN_TYPES =
      new ArchCondition<>("show only open types") {
        @Override
        public void check(JavaClass face, ConditionEvents events) {
          shownBy(face)
              .flatMap(type -> type.getAllInvolvedRawTypes().stream())
              .filter(PublicSignatures::isHidden)
              .map(type -> face.getName() + " shows " + type.getName())
              .distinct()
              .forEach(message -> events.add(SimpleConditionEvent.violated(face, message)));
        }
      };

  private PublicSignatures() {}

  private static boolean isPublicFace(JavaClass type) {
    return type.getModifiers().contains(PUBLIC)
        && !(type.getPackageName() + ".").contains(".internal.")
        && type.getEnclosingClass().map(PublicSignatures::isPublicFace).orElse(true);
  }

  private static boolean isHidden(JavaClass type) {
    String name = type.getBaseComponentType().getName();
    return name.contains(".shaded.") || HIDDEN.stream().anyMatch(name::startsWith);
  }

  private static Stream<JavaType> shownBy(JavaClass face) {
    Stream<JavaType> supertypes =
        Stream.concat(face.getSuperclass().stream(), face.getInterfaces().stream());
    Stream<JavaType> members =
        face.getMembers().stream()
            .filter(PublicSignatures::isOpen)
            .flatMap(PublicSignatures::typesOf);
    return Stream.concat(supertypes, members);
  }

  private static boolean isOpen(JavaMember member) {
    return member.getModifiers().contains(PUBLIC) || member.getModifiers().contains(PROTECTED);
  }

  private static Stream<JavaType> typesOf(JavaMember member) {
    if (member instanceof JavaField field) {
      return Stream.of(field.getType());
    }
    JavaCodeUnit code = (JavaCodeUnit) member;
    return Stream.concat(Stream.of(code.getReturnType()), code.getParameterTypes().stream());
  }
}
