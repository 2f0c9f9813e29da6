{#-
  Passes when a model keeps everything that it promises. Gives a row per broken promise:
  promise (which, with its columns), broken_rows (how many; of a key, how many values),
  example (the key of one of them).

  grain: columns that are unique together and never null.
  unique: lists of columns that are unique together, a null counting as a value; or
  {columns: such a list, where: of which rows}.
  never_null: columns. A mart that is a table has constraints instead: the engine sees to
  them while it writes.
  values: {column: list of what it may be, besides null}.
  holds: expressions over a row that are never false.
  refers_to: {column: {to: ref('model'), field: column}}; null refers to nothing.

  All that is said of a row is counted in one pass over the model, each key in one more.
-#}
{% test promise(model, grain=[], unique=[], never_null=[], values={}, holds=[], refers_to={}) %}
    {% set first_unique = unique | first | default([]) %}
    {% set key = grain or first_unique.columns or first_unique or never_null
        or (values.keys() | list) %}
    {% set queries = [] %}
    {% set promises = row_promises(never_null, values, holds) %}
    {% if promises %}
        {% do queries.append(broken_rows_query(model, promises, key)) %}
    {% endif %}
    {% if grain %}
        {% do queries.append(repeated_keys_query(model, grain, is_never_null=true)) %}
    {% endif %}
    {% for one in unique %}
        {% do queries.append(
            repeated_keys_query(model, one.columns or one, condition=one.where)
        ) %}
    {% endfor %}
    {% for column, target in refers_to.items() %}
        {% do queries.append(lost_references_query(model, column, target)) %}
    {% endfor %}
    {% if execute and not queries %}
        {% do exceptions.raise_compiler_error(
            'promise: expected grain, unique, never_null, values, holds or refers_to, '
            ~ 'received nothing (' ~ model ~ ')'
        ) %}
    {% endif %}
    {{ queries | join('\nunion all\n') }}
{% endtest %}
