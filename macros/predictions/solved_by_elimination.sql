{#-
  Levels of select-list items, see in_levels(), that solve a symmetric system M s = y by the
  factors L D L' of M: the unknowns solution_<name>. Pivots are kept above zero, so that M need
  not be positive definite: the solution is then a shorter way up.

  names: of the unknowns. entry(p, q): M is read from the columns <entry>_<p>_<q>, for q not
  before p in names; y from <right>_<p>.
-#}
{% macro solved_by_elimination(names, entry, right) %}
    {% set levels = factors_of(names, entry) %}
    {% for p in names %}
        {% set terms = [right ~ '_' ~ p] %}
        {% for k in names[:loop.index0] %}{% do terms.append('lower_' ~ p ~ '_' ~ k ~ ' * reduced_' ~ k) %}{% endfor %}
        {% do levels.append([terms | join(' - ') ~ ' as reduced_' ~ p]) %}
    {% endfor %}
    {% for p in names | reverse %}
        {% set terms = ['reduced_' ~ p ~ ' / pivot_' ~ p] %}
        {% for k in names[names | length - loop.index0:] %}
            {% do terms.append('lower_' ~ k ~ '_' ~ p ~ ' * solution_' ~ k) %}
        {% endfor %}
        {% do levels.append([terms | join(' - ') ~ ' as solution_' ~ p]) %}
    {% endfor %}
    {{ return(levels) }}
{% endmacro %}
