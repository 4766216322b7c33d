package org.drystone.registry.immutability.internal.determinism;

import java.util.regex.Pattern;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Which methods of the JDK and of Scala's library give the same for the same, and change nothing
 * that others can see.
 */
final class KnownCalls {

  private static final Pattern STEADY =
      Pattern.compile(
          "java/lang/(Object|String|StringBuilder|StringBuffer|AbstractStringBuilder|CharSequence"
              + "|Boolean|Character|Byte|Short|Integer|Long|Float|Double|Number|Math|StrictMath"
              + "|Enum|Record|Comparable|Iterable|Class|[A-Za-z]*Exception|[A-Za-z]*Error|Throwable)"
              + "\\..*"
              + "|java/lang/reflect/(Array|Type|ParameterizedType)\\..*"
              + "|java/lang/invoke/MethodType\\..*"
              + "|java/lang/System\\.(arraycopy|lineSeparator)"
              + "|java/util/[A-Za-z$]*(List|Set|Map|Map\\$Entry|Collection|Collections|Deque|Queue"
              + "|Vector|Iterator|Optional[A-Za-z]*|Arrays|Objects|BitSet|StringJoiner"
              + "|StringTokenizer|Comparator|Locale|UUID|Base64[A-Za-z$]*|HexFormat|Currency"
              + "|PrimitiveIterator\\$Of[A-Za-z]*|Enumeration|Spliterator[A-Za-z]*"
              + "|[A-Za-z]*Exception)\\..*"
              + "|java/util/(stream|regex)/.*"
              + "|java/util/zip/(CRC32C?|Adler32|Checksum|Inflater|Deflater)\\..*"
              + "|java/util/concurrent/(ConcurrentHashMap|CopyOnWriteArrayList|ConcurrentMap"
              + "|TimeUnit)\\..*"
              + "|java/util/concurrent/locks/.*\\.(<init>|lock|unlock|(read|write)Lock)"
              + "|java/(math|time|nio/charset)/.*"
              + "|java/nio/[A-Za-z]*(Buffer|ByteOrder)\\..*"
              + "|java/net/(URI|URL[A-Za-z]*coder|IDN)\\..*"
              + "|java/text/(Normalizer|MessageFormat|DecimalFormat[A-Za-z]*)\\..*"
              + "|java/security/MessageDigest\\..*");
  private static final Pattern STEADY_IN_SCALA =
      Pattern.compile(
          "scala/(collection|runtime|math|util/hashing)/.*"
              + "|scala/(\\$less\\$colon\\$less\\$?|Tuple[0-9]+|Option|Some|None\\$|Product|Equals|Predef\\$?|Array\\$?)\\..*");
  private static final Pattern UNSTEADY =
      Pattern.compile(
          "java/util/UUID\\.randomUUID|java/lang/Math\\.random|java/util/Locale\\.[gs]etDefault"
              + "|java/util/Collections\\.shuffle|java/time/.*\\.(now|dateNow|millis|instant|systemDefault)"
              + "|java/time/Clock\\..*|java/nio/charset/Charset\\.defaultCharset"
              + "|java/lang/(Integer|Long|Boolean)\\.(getInteger|getLong|getBoolean)"
              + "|java/util/stream/.*\\.(generate|iterate|peek|forEach|forEachOrdered)"
              + "|java/lang/Object\\.(notify|notifyAll|wait)"
              + "|java/lang/Throwable\\.(printStackTrace|getStackTrace|fillInStackTrace)"
              + "|java/lang/Class\\.(newInstance|getResource.*|getMethods?|getDeclared.*|getFields?)"
              + "|java/util/[A-Za-z]*\\.(computeIfAbsent|computeIfPresent|compute)");

  /** Methods that ask for the default locale, with the beginnings of their descriptors. */
  private static final Pattern LOCAL =
      Pattern.compile(
          "java/lang/String\\.(format\\(Ljava/lang/String;\\[|formatted|to(Low|Upp)erCase\\(\\)).*"
              + "|java/text/(Message|Decimal)Format[A-Za-z]*\\.(<init>|format|getInstance)"
              + "\\((Ljava/lang/String;.*)?\\).*"
              + "|java/time/format/.*\\.(ofPattern\\(Ljava/lang/String;\\)|toFormatter\\(\\)|ofLocalized).*"
              + "|java/util/Currency\\.get(Symbol|DisplayName)\\(\\).*"
              + "|java/util/Locale\\.getDisplay[A-Za-z]*\\(\\).*");

  private KnownCalls() {}

  /** Whether all methods of the class are on the list, or off it: they are not looked into. */
  static boolean isJudged(String owner) {
    return owner.startsWith("java/") || owner.startsWith("[") || owner.startsWith("scala/");
  }

  /** Whether it is such a method; one that runs what it is given is, if that is. */
  static boolean isSteady(MethodInsnNode call) {
    if (call.owner.startsWith("[")) {
      return true;
    }
    String method = call.owner + "." + call.name;
    return (STEADY.matcher(method).matches()
            && !UNSTEADY.matcher(method).matches()
            && !LOCAL.matcher(method + call.desc).matches())
        || STEADY_IN_SCALA.matcher(method).matches();
  }
}
