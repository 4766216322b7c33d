package org.drystone.registry.immutability.internal.classfiles;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.Optional;
import org.drystone.registry.immutability.internal.types.Jdk;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** Reads the class files of loaded classes. */
public final class ClassFiles {

  /** Weak, so that neither the parsed files nor this library are kept alive by what was judged. */
  private static final ClassValue<WeakReference<Object>[]> RECENT =
      new ClassValue<>() {
        @Override
        @SuppressWarnings({"unchecked", "rawtypes"}) // There are no generic arrays.
        protected WeakReference<Object>[] computeValue(Class<?> type) {
          return new WeakReference[1];
        }
      };

  private ClassFiles() {}

  /** Empty if there is no file, or one that cannot be understood. Read only; shared by threads. */
  public static Optional<ClassNode> read(Class<?> type) {
    WeakReference<Object>[] recent = RECENT.get(type);
    WeakReference<Object> known = recent[0];
    if (known != null && known.get() instanceof ClassNode node) {
      return Optional.of(node);
    }
    ClassNode node = parse(type);
    if (node != null) {
      recent[0] = new WeakReference<>(node);
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
      new ClassReader(in).accept(node, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      boolean isOwn = Jdk.defines(type) || new Fidelity(node, type).isGiven();
      return isOwn ? node : null;
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }
}
