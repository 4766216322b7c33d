package org.drystone.registry.immutability.internal.classfiles;

import java.util.Arrays;
import org.objectweb.asm.ClassReader;

/**
 * The names of members and classes that a class file mentions, found without reading its methods.
 * Kept as hash codes: a name too many costs time only.
 */
final class Mentions {

  private static final int CLASS_TAG = 7;
  private static final int NAME_AND_TYPE_TAG = 12;

  private Mentions() {}

  /** The sorted hash codes of all names in the constant pool that an instruction may use. */
  static int[] of(ClassReader file) {
    char[] buffer = new char[file.getMaxStringLength()];
    int[] names = new int[file.getItemCount()];
    int count = 0;
    for (int i = 1; i < file.getItemCount(); i++) {
      int item = file.getItem(i);
      if (item > 0 && isName(file.readByte(item - 1))) {
        names[count++] = file.readUTF8(item, buffer).hashCode();
      }
    }
    Arrays.sort(names, 0, count);
    return Arrays.copyOf(names, count);
  }

  private static boolean isName(int tag) {
    return tag == CLASS_TAG || tag == NAME_AND_TYPE_TAG;
  }

  static boolean mayInclude(int[] mentions, String name) {
    return Arrays.binarySearch(mentions, name.hashCode()) >= 0;
  }
}
