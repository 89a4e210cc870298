package dev.ngdi.migration.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Refuses an environment that no deployment can name: the seed would be left out in silence. */
final class EnvironmentMalformed implements Rule {
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  @Override
  public String summary() {
    return "an environment that is not a lower-case word, or is named twice";
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    List<String> environments = subject.environments();
    for (int i = 0; i < environments.size(); i++) {
      String environment = environments.get(i);
      if (!WORD.matcher(environment).matches()) {
        String problem =
            "no deployment is to `%s`, so the rows would never come: environments are lower-case"
                + " words";
        findings.add(finding(i, problem.formatted(environment), environments));
      } else if (environments.indexOf(environment) < i) {
        findings.add(finding(i, "`%s` is named twice".formatted(environment), environments));
      }
    }
    return List.copyOf(findings);
  }

  private static Finding finding(int index, String problem, List<String> environments) {
    Set<String> good = new LinkedHashSet<>();
    environments.forEach(environment -> good.add(String.join("-", Words.of(environment))));
    good.remove("");
    String instead =
        good.stream()
            .map(environment -> '"' + environment + '"')
            .collect(Collectors.joining(", ", "environments = {", "}"));
    return Finding.in(Part.ENVIRONMENTS, index, problem, instead);
  }
}
