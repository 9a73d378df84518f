package fr.vigie.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.metamodel.EntityType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.jpa.JpaEntityManagerFactory;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectToFieldMapping;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Entities and migrations agree: an empty schema, migrated, carries all that is mapped. */
class MappingIT {
  /** A column as the database describes it; length -1 where it has none. */
  private record Column(long length, boolean nullable) {}

  private static final Map<String, Column> COLUMNS = new HashMap<>();
  private static Node node;

  @BeforeAll
  static void migrate() {
    Schema schema = Schema.migrated();
    node = schema.node(Clock.systemUTC());
    schema
        .rows(
            "select table_name, column_name, character_maximum_length, is_nullable"
                + " from information_schema.columns where table_schema = database()")
        .forEach(
            row ->
                COLUMNS.put(
                    (row.get(0) + "." + row.get(1)).toLowerCase(Locale.ROOT),
                    new Column(
                        row.get(2) == null ? -1 : Long.parseLong(row.get(2)),
                        row.get(3).equals("YES"))));
  }

  @AfterAll
  static void close() {
    node.close();
  }

  @Test
  void everyEntityCanBeRead() {
    Set<EntityType<?>> entities = node.factory().getMetamodel().getEntities();
    assertThat(entities).hasSizeGreaterThan(30);
    for (EntityType<?> entity : entities) {
      List<?> some =
          node.read(
              Schema.NORMANDY,
              () ->
                  node.entities()
                      .createQuery("select e from " + entity.getName() + " e")
                      .setMaxResults(1)
                      .getResultList());
      assertThat(some).as(entity.getName()).hasSizeLessThan(2);
    }
  }

  @Test
  void everyMappedColumnExists() {
    List<String> missing = new ArrayList<>();
    descriptors()
        .forEach(
            descriptor ->
                descriptor.getAllFields().stream()
                    .map(MappingIT::name)
                    .filter(name -> !COLUMNS.containsKey(name))
                    .forEach(missing::add));
    assertThat(missing).isEmpty();
  }

  @Test
  void everyConstantOfAnEnumFitsItsColumn() {
    List<String> tooLong = new ArrayList<>();
    directs()
        .forEach(
            (field, mapping) -> {
              Class<?> type = field.getType();
              if (type.isEnum()) {
                long length = column(mapping).length();
                for (Object constant : type.getEnumConstants()) {
                  if (((Enum<?>) constant).name().length() > length) {
                    tooLong.add(name(mapping.getField()) + " " + constant);
                  }
                }
              }
            });
    assertThat(tooLong).isEmpty();
  }

  @Test
  void everyTextThatAnEntityAllowsFitsItsColumn() throws IllegalAccessException {
    List<String> tooShort = new ArrayList<>();
    int checked = 0;
    for (Map.Entry<Field, DirectToFieldMapping> direct : directs().entrySet()) {
      Field field = direct.getKey();
      if (field.getType() == String.class) {
        for (Field constant : field.getDeclaringClass().getDeclaredFields()) {
          if (speaksOf(constant, field)) {
            constant.setAccessible(true);
            checked++;
            long length = column(direct.getValue()).length();
            if (length < constant.getInt(null)) {
              tooShort.add(name(direct.getValue().getField()) + " for " + constant.getName());
            }
          }
        }
      }
    }
    assertThat(tooShort).isEmpty();
    assertThat(checked).isGreaterThan(20);
  }

  @Test
  void noPrimitiveMeetsANull() {
    List<String> nullable = new ArrayList<>();
    directs()
        .forEach(
            (field, mapping) -> {
              if (field.getType().isPrimitive() && column(mapping).nullable()) {
                nullable.add(name(mapping.getField()));
              }
            });
    assertThat(nullable).isEmpty();
  }

  /**
   * REASON_MAX speaks of the attribute reason or, where there is none, of riskReason and the like.
   */
  private static boolean speaksOf(Field constant, Field field) {
    String name = constant.getName();
    if (!Modifier.isStatic(constant.getModifiers())
        || constant.getType() != int.class
        || !name.endsWith("_MAX")) {
      return false;
    }
    String what = name.substring(0, name.length() - "_MAX".length());
    String attribute = field.getName().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    return attribute.equals(what)
        || (attribute.endsWith("_" + what) && !hasAttribute(field.getDeclaringClass(), what));
  }

  private static boolean hasAttribute(Class<?> type, String name) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()))
        .anyMatch(field -> field.getName().equalsIgnoreCase(name.replace("_", "")));
  }

  private static Map<Field, DirectToFieldMapping> directs() {
    Map<Field, DirectToFieldMapping> directs = new HashMap<>();
    descriptors().forEach(descriptor -> add(descriptor, directs));
    assertThat(directs).hasSizeGreaterThan(200);
    return directs;
  }

  /** With what is embedded in an entity's row. */
  private static void add(ClassDescriptor descriptor, Map<Field, DirectToFieldMapping> directs) {
    for (DatabaseMapping mapping : descriptor.getMappings()) {
      if (mapping instanceof DirectToFieldMapping direct) {
        directs.put(field(descriptor.getJavaClass(), mapping.getAttributeName()), direct);
      } else if (mapping instanceof AggregateObjectMapping embedded) {
        add(embedded.getReferenceDescriptor(), directs);
      }
    }
  }

  private static Field field(Class<?> type, String name) {
    for (Class<?> level = type; level != null; level = level.getSuperclass()) {
      for (Field field : level.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          return field;
        }
      }
    }
    throw new IllegalStateException(type + " has no " + name);
  }

  private static List<ClassDescriptor> descriptors() {
    return node
        .factory()
        .unwrap(JpaEntityManagerFactory.class)
        .getServerSession()
        .getDescriptors()
        .values()
        .stream()
        .filter(descriptor -> !descriptor.isAggregateDescriptor())
        .toList();
  }

  private static Column column(DirectToFieldMapping mapping) {
    return COLUMNS.get(name(mapping.getField()));
  }

  private static String name(DatabaseField field) {
    return (field.getTableName() + "." + field.getName()).toLowerCase(Locale.ROOT);
  }
}
