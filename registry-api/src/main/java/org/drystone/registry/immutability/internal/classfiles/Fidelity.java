package org.drystone.registry.immutability.internal.classfiles;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;

/** Tells a class file from one of another class of the same name, as far as its members show it. */
final class Fidelity {

  private final ClassNode file;
  private final Class<?> type;

  Fidelity(ClassNode file, Class<?> type) {
    this.file = file;
    this.type = type;
  }

  /**
   * Whether the file has the members of the loaded class. What agents add while a class is loaded
   * is let pass where it is synthetic.
   */
  boolean isGiven() {
    Class<?> parent = type.getSuperclass();
    return file.name.equals(Type.getInternalName(type))
        && (type.isInterface()
            || (parent != null && Type.getInternalName(parent).equals(file.superName)))
        && hasFields()
        && hasMethods();
  }

  private boolean hasFields() {
    Field[] fields = type.getDeclaredFields();
    Set<String> written =
        file.fields.stream().map(f -> f.name + ":" + f.desc).collect(Collectors.toSet());
    return all(Arrays.stream(fields).map(Fidelity::text)).containsAll(written)
        && written.containsAll(
            all(Arrays.stream(fields).filter(f -> !f.isSynthetic()).map(Fidelity::text)));
  }

  /** Where a class that a method mentions is missing, its methods cannot be asked for. */
  private boolean hasMethods() {
    try {
      Method[] methods = type.getDeclaredMethods();
      Constructor<?>[] constructors = type.getDeclaredConstructors();
      Set<String> written =
          file.methods.stream()
              .map(m -> m.name + m.desc)
              .filter(method -> !method.equals("<clinit>()V"))
              .collect(Collectors.toSet());
      Stream<String> own =
          Stream.concat(
              Arrays.stream(methods).filter(m -> !m.isSynthetic()).map(Fidelity::text),
              Arrays.stream(constructors).filter(c -> !c.isSynthetic()).map(Fidelity::text));
      return all(Stream.concat(
                  Arrays.stream(methods).map(Fidelity::text),
                  Arrays.stream(constructors).map(Fidelity::text)))
              .containsAll(written)
          && written.containsAll(all(own));
    } catch (LinkageError e) {
      return true;
    }
  }

  private static Set<String> all(Stream<String> members) {
    return members.collect(Collectors.toSet());
  }

  private static String text(Field field) {
    return field.getName() + ":" + Type.getDescriptor(field.getType());
  }

  private static String text(Method method) {
    return method.getName() + Type.getMethodDescriptor(method);
  }

  private static String text(Constructor<?> constructor) {
    return "<init>" + Type.getConstructorDescriptor(constructor);
  }
}
