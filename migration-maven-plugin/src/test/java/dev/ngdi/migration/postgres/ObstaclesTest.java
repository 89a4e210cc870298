package dev.ngdi.migration.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.engine.Direction;
import dev.ngdi.migration.engine.Plan;
import dev.ngdi.migration.engine.Preflight;
import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.model.DeclaredMigration;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking costs the same few queries whatever there is to do. */
class ObstaclesTest {
  private static final MigrationCodes CODELESS =
      m -> {
        throw new ClassNotFoundException(m.className());
      };

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 1000})
  void theNumberOfQueriesDoesNotDependOnTheNumberOfMigrations(int migrations) throws Exception {
    TestDatabase database = Server.NEWEST.database();
    String user = "user_" + database.name();
    database.execute("CREATE ROLE %1$s LOGIN; GRANT ALL ON SCHEMA public TO %1$s".formatted(user));
    List<Step> steps = new ArrayList<>();
    String before =
        String.join(
            ";\n",
            IntStream.range(0, 5).mapToObj(i -> "CREATE TABLE t" + i + " (id int)").toList());
    database.execute(before);
    List<DeclaredMigration> made =
        IntStream.range(0, 5)
            .mapToObj(i -> "CREATE INDEX CONCURRENTLY ON t" + i + " (id)")
            .flatMap(sql -> Replayed.manifest(before, sql).migrations().stream())
            .toList();
    for (int i = 0; i < migrations; i++) {
      steps.add(new Step.Apply(made.get(i % made.size())));
    }
    Plan plan = new Plan(Direction.UP, false, Optional.empty(), steps, List.of(), List.of());
    Session session = Connector.open(database.settings(user, ""), 14).session();
    AtomicInteger queries = new AtomicInteger();
    try (Connection connection = counting(session.connection(), queries)) {
      Preflight found =
          Obstacles.of(
              plan,
              new Session(
                  connection,
                  session.schema(),
                  session.pid(),
                  session.settings(),
                  session.deadlockTimeout()),
              new CodeLoader(CODELESS));

      assertThat(found.refusals())
          .extracting(r -> r.code())
          .contains("schema-not-empty", "privilege-missing");
    }
    assertThat(queries).hasValue(10);
  }

  private static Connection counting(Connection connection, AtomicInteger queries) {
    return (Connection)
        Proxy.newProxyInstance(
            ObstaclesTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("prepareStatement")
                  || method.getName().equals("createStatement")) {
                queries.incrementAndGet();
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
