{#-
  Sorts leaves by the smallest relation that can answer them.

  leaves: context.leaves after compiling. Returns groups, each one aggregate query:
  {name, source (days: the per-day rollup, events: raw events), events, leaves}.
-#}
{% macro plan_leaves(leaves) %}
    {% set groups = {} %}
    {% for name, leaf in leaves.items() %}
        {% set source = 'days' if _rollup_answers(leaf) else 'events' %}
        {% set key = tojson([source, leaf.events]) %}
        {% set group = groups.setdefault(key, {
            'name': source ~ '_' ~ (groups | length + 1),
            'source': source,
            'events': leaf.events,
            'leaves': {},
        }) %}
        {% do group.leaves.update({name: leaf}) %}
    {% endfor %}
    {{ return(groups.values() | list) }}
{% endmacro %}
