{#-
  Levels of select-list items, see in_levels(), for the factors L D L' of a symmetric matrix:
  pivot_<name> and lower_<name>_<other>. Pivots are kept above zero.

  names: of its rows. entry: it is read from the columns <entry>_<p>_<q>, for q not before p in
  names.
-#}
{% macro factors_of(names, entry) %}
    {% set levels = [] %}
    {% for q in names %}
        {% set column = loop.index0 %}
        {% set pivot, lowers = [entry ~ '_' ~ q ~ '_' ~ q], [] %}
        {% for k in names[:column] %}
            {% do pivot.append('lower_' ~ q ~ '_' ~ k ~ ' * lower_' ~ q ~ '_' ~ k ~ ' * pivot_' ~ k) %}
        {% endfor %}
        {% do levels.append(['greatest(' ~ pivot | join(' - ') ~ ', 1e-9) as pivot_' ~ q]) %}
        {% for p in names[column + 1:] %}
            {% set terms = [entry ~ '_' ~ q ~ '_' ~ p] %}
            {% for k in names[:column] %}
                {% do terms.append('lower_' ~ p ~ '_' ~ k ~ ' * lower_' ~ q ~ '_' ~ k ~ ' * pivot_' ~ k) %}
            {% endfor %}
            {% do lowers.append('(' ~ terms | join(' - ') ~ ') / pivot_' ~ q ~ ' as lower_' ~ p ~ '_' ~ q) %}
        {% endfor %}
        {% do levels.append(lowers) if lowers %}
    {% endfor %}
    {{ return(levels) }}
{% endmacro %}

{#-
  Levels for the diagonal of the inverse of M, variance_<name>, beside the factors of
  factors_of(): the sum over j of (entry j, i of the inverse of L)² / pivot j.
-#}
{% macro inverse_diagonal(names) %}
    {% set levels, variances = [], [] %}
    {% for i in names %}
        {% set first = loop.index0 %}
        {% set squares = ['1 / pivot_' ~ i] %}
        {% for j in names[first + 1:] %}
            {% set terms = ['-lower_' ~ j ~ '_' ~ i] %}
            {% for k in names[first + 1:first + loop.index] %}
                {% do terms.append('lower_' ~ j ~ '_' ~ k ~ ' * inverse_' ~ k ~ '_' ~ i) %}
            {% endfor %}
            {% do levels.append([terms | join(' - ') ~ ' as inverse_' ~ j ~ '_' ~ i]) %}
            {% do squares.append('inverse_' ~ j ~ '_' ~ i ~ ' * inverse_' ~ j ~ '_' ~ i ~ ' / pivot_' ~ j) %}
        {% endfor %}
        {% do variances.append(squares | join(' + ') ~ ' as variance_' ~ i) %}
    {% endfor %}
    {{ return(levels + [variances]) }}
{% endmacro %}
