package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.TypeRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types that PostgreSQL and its usual extensions bring. */
final class BuiltinTypes {
  /** Those that can hold a value, and those that only a function can take or give. */
  static final Set<String> NAMES =
      words(
          """
          aclitem bit bool box bpchar bytea char cid cidr circle date datemultirange daterange float4
          float8 gtsvector inet int2 int2vector int4 int4multirange int4range int8 int8multirange
          int8range interval json jsonb jsonpath line lseg macaddr macaddr8 money name numeric
          nummultirange numrange oid oidvector path pg_lsn pg_node_tree pg_snapshot point polygon
          refcursor regclass regcollation regconfig regdictionary regnamespace regoper regoperator
          regproc regprocedure regrole regtype text tid time timestamp timestamptz timetz
          tsmultirange tsquery tsrange tstzmultirange tstzrange tsvector txid_snapshot uuid varbit
          varchar xid xid8 xml pg_brin_bloom_summary pg_brin_minmax_multi_summary pg_dependencies
          pg_mcv_list pg_ndistinct unknown
          any anyarray anycompatible anycompatiblearray anycompatiblemultirange anycompatiblenonarray
          anycompatiblerange anyelement anyenum anymultirange anynonarray anyrange cstring
          event_trigger fdw_handler index_am_handler internal language_handler pg_ddl_command record
          table_am_handler trigger tsm_handler void
          """);

  /** The types of functions that no column can have. */
  static final Set<String> PSEUDO =
      words(
          """
          any anyarray anycompatible anycompatiblearray anycompatiblemultirange anycompatiblenonarray
          anycompatiblerange anyelement anyenum anymultirange anynonarray anyrange cstring
          event_trigger fdw_handler index_am_handler internal language_handler pg_ddl_command record
          table_am_handler trigger tsm_handler void unknown
          """);

  /** Those that take no length or precision. */
  static final Set<String> WITHOUT_MODIFIERS =
      words(
          "bool bytea cidr date float4 float8 inet int2 int4 int8 json jsonb money name oid text"
              + " uuid xml tsvector tsquery point");

  /** Those of which no value comes before another. */
  static final Set<String> WITHOUT_ORDER =
      words("xml json point line lseg box path polygon circle cid xid");

  /** Those that only an extension brings other indexes for than ordered ones. */
  private static final Set<String> SCALARS =
      words(
          "int2 int4 int8 float4 float8 numeric timestamp timestamptz time timetz date interval"
              + " oid money text varchar bpchar char bytea bit varbit macaddr macaddr8 uuid bool"
              + " inet cidr");

  /** The names that a misspelt one probably stood for. */
  static final List<String> COMMON =
      List.of(
          "bigint",
          "bigserial",
          "bit",
          "boolean",
          "bytea",
          "char",
          "character",
          "cidr",
          "date",
          "daterange",
          "decimal",
          "float4",
          "float8",
          "inet",
          "int",
          "int2",
          "int4",
          "int4range",
          "int8",
          "int8range",
          "integer",
          "interval",
          "json",
          "jsonb",
          "money",
          "numeric",
          "numrange",
          "oid",
          "real",
          "serial",
          "smallint",
          "smallserial",
          "text",
          "time",
          "timestamp",
          "timestamptz",
          "tsquery",
          "tsrange",
          "tstzrange",
          "tsvector",
          "uuid",
          "varchar",
          "xml");

  /** By name of an extension, the types that it brings, those of the rows of its tables too. */
  private static final Map<String, Set<String>> EXTENSIONS =
      Map.ofEntries(
          Map.entry("citext", words("citext")),
          Map.entry("hstore", words("hstore ghstore")),
          Map.entry("ltree", words("ltree lquery ltxtquery ltree_gist")),
          Map.entry("cube", words("cube")),
          Map.entry("seg", words("seg")),
          Map.entry("isn", words("ean13 isbn isbn13 ismn ismn13 issn issn13 upc")),
          Map.entry("earthdistance", words("earth")),
          Map.entry("intarray", words("query_int")),
          Map.entry("vector", words("vector halfvec sparsevec")),
          Map.entry(
              "postgis",
              words(
                  "raster geometry geography box2d box3d box2df gidx spheroid geometry_dump"
                      + " valid_detail spatial_ref_sys geometry_columns geography_columns"
                      + " raster_columns raster_overviews")),
          Map.entry("postgis_raster", words("raster rastbandarg geomval unionarg")),
          Map.entry(
              "postgis_topology",
              words(
                  "topogeometry topoelement topoelementarray validatetopology_returntype"
                      + " getfaceedges_returntype topology layer")),
          Map.entry("pg_trgm", words("gtrgm")),
          Map.entry(
              "tablefunc", words("tablefunc_crosstab_2 tablefunc_crosstab_3 tablefunc_crosstab_4")),
          Map.entry(
              "btree_gist",
              words("gbtreekey2 gbtreekey4 gbtreekey8 gbtreekey16 gbtreekey32 gbtreekey_var")),
          Map.entry("pgcrypto", Set.of()),
          Map.entry("uuid-ossp", Set.of()),
          Map.entry("unaccent", Set.of()),
          Map.entry("fuzzystrmatch", Set.of()),
          Map.entry("btree_gin", Set.of()),
          Map.entry("pg_stat_statements", words("pg_stat_statements pg_stat_statements_info")),
          Map.entry("plpgsql", Set.of()),
          Map.entry("postgres_fdw", Set.of()),
          Map.entry("bloom", Set.of()));

  private BuiltinTypes() {}

  /** The types of an extension, as far as known. */
  static Set<String> ofExtension(String extension) {
    return EXTENSIONS.getOrDefault(extension, Set.of());
  }

  /** Whether all types of an extension are known. */
  static boolean isKnown(String extension) {
    return EXTENSIONS.containsKey(extension);
  }

  /** The extension that brings a type. */
  static Optional<String> extensionOf(String type) {
    return EXTENSIONS.entrySet().stream()
        .filter(entry -> entry.getValue().contains(type))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The extension whose operator class an index uses, if it is not PostgreSQL's own. */
  static Optional<String> ofOperatorClass(String method, String named, TypeRef type) {
    if (named.contains("trgm_ops")) {
      return Optional.of("pg_trgm");
    }
    boolean scalar = type.dimensions() == 0 && SCALARS.contains(type.builtin());
    boolean usual = named.isEmpty() || named.matches("(gist_)?" + type.builtin() + "_ops");
    return scalar && usual && (method.equals("gist") || method.equals("gin"))
        ? Optional.of("btree_" + method)
        : Optional.empty();
  }

  private static Set<String> words(String list) {
    return Stream.of(list.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
  }
}
