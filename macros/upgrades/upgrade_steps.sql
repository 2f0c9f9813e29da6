{#-
  What was changed in stored tables, in order: the first macro takes a warehouse from
  version 0 to 1, and so on. A macro gives the SQL of its step as text, empty when there is
  nothing to do. Steps are only ever added at the end: see docs/decisions/upgrades.md.
-#}
{% macro upgrade_steps() %}
    {{ return([
        upgrade_to_1,
        upgrade_to_2,
    ]) }}
{% endmacro %}
