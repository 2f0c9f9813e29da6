{#-
  A problem of a setting in one line: where, what was found, what is allowed, and the
  nearest name where one was perhaps meant.

  names: the names that are known, when what was found is a name.
-#}
{% macro config_problem(where, found, allowed, names=[]) %}
    {% set nearest = similar_name(found, names) %}
    {{ return(
        where ~ ": found '" ~ found ~ "'."
        ~ (" Did you mean '" ~ nearest ~ "'?" if nearest is not none else '')
        ~ ' Allowed: ' ~ allowed ~ '.'
    ) }}
{% endmacro %}
