{#-
  The column of one event measure, noted in context.leaves so that the planner computes
  it.

  condition: an event condition. measure: count, days, sum, min, max, distinct, or
  values (how many events have a number in the field). Equal leaves are one: the key
  holds every parameter, and the name its hash.
-#}
{% macro leaf_of(condition, measure, field, context) %}
    {% set names = condition.event if _is_list(condition.event) else [condition.event] %}
    {% set leaf = {
        'events': names | unique(case_sensitive=true) | sort(case_sensitive=true) | list,
        'where': compile_condition(condition.where, context, 'event') if condition.where else none,
        'window': event_window(condition),
        'measure': measure,
        'field': field,
    } %}
    {% set hash = local_md5(tojson(leaf, sort_keys=true))[:8] %}
    {% set start = leaf.window['from'] %}
    {% set length = start.length ~ start.unit if start is mapping else '' %}
    {% set words = [measure] + leaf.events[:1] + [length] %}
    {% set words = words | map('replace', '*', 'any_event') | list %}
    {% set readable = modules.re.sub('[^a-z0-9]+', '_', words | join('_') | lower)[:40] %}
    {% set name = readable.strip('_') ~ '_' ~ hash %}
    {% if leaf not in [context.leaves.get(name, leaf)] %}
        {{ exceptions.raise_compiler_error('leaf_of: two leaves are named ' ~ name) }}
    {% endif %}
    {% do context.leaves.update({name: leaf}) %}
    {{ return('leaves.' ~ name) }}
{% endmacro %}
