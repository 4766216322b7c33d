package org.drystone.registry.immutability.internal.classfiles;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.drystone.registry.immutability.internal.types.Jdk;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** Reads the class files of loaded classes. */
public final class ClassFiles {

  /** Weak, so that neither the parsed files nor this library are kept alive by what was judged. */
  private static final ClassValue<AtomicReference<@Nullable WeakReference<Object>>> RECENT =
      new ClassValue<>() {
        @Override
        protected AtomicReference<@Nullable WeakReference<Object>> computeValue(Class<?> type) {
          return new AtomicReference<>();
        }
      };

  private ClassFiles() {}

  /** Empty if there is no file, or one that cannot be understood. Read only; shared by threads. */
  public static Optional<ClassNode> read(Class<?> type) {
    AtomicReference<@Nullable WeakReference<Object>> recent = RECENT.get(type);
    WeakReference<Object> known = recent.get();
    if (known != null && known.get() instanceof ClassNode node) {
      return Optional.of(node);
    }
    ClassNode node = parse(type);
    if (node != null) {
      recent.set(new WeakReference<>(node));
    }
    return Optional.ofNullable(node);
  }

  private static @Nullable ClassNode parse(Class<?> type) {
    if (type.isHidden() || type.isArray() || type.isPrimitive()) {
      return null;
    }
    String file = type.getName().replace('.', '/') + ".class";
    ClassLoader loader = type.getClassLoader();
    try (InputStream in =
        loader == null
            ? ClassLoader.getSystemResourceAsStream(file)
            : loader.getResourceAsStream(file)) {
      if (in == null) {
        return null;
      }
      ClassNode node = new ClassNode();
      fill(node, new ClassReader(in));
      boolean isOwn =
          Jdk.defines(type) || (new Fidelity(node, type).isGiven() && Habits.areKept(node));
      return isOwn ? node : null;
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  /** Reads all that proofs look at; afterwards, nobody who reads the node writes to it. */
  static void fill(ClassNode node, ClassReader file) {
    file.accept(node, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    node.methods.stream()
        .filter(method -> method.instructions.size() > 0)
        .forEach(method -> method.instructions.get(0)); // Numbers them, which is done when asked.
  }
}
