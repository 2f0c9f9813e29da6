{#-
  A path in JSON properties as an attribute {kind, sql, is_set, column}.

  It becomes a column beside those of int_customers or stg_events, noted in
  context.paths so that each path is read once, see path_columns(); with
  context.inline_paths it is the expression itself, for queries that have no such
  columns.
-#}
{% macro path_attribute(name, scope, context) %}
    {% set relation = {'event': 'stg_events', 'customer': 'int_customers'}[scope] %}
    {% set json = {'event': 'event_properties', 'customer': 'properties'}[scope] %}
    {% set path = name.split('.') %}
    {% if context.inline_paths %}
        {{ return({
            'kind': 'text',
            'sql': json_path_text(relation ~ '.' ~ json, path),
            'is_set': json_path_is_set(relation ~ '.' ~ json, path),
        }) }}
    {% endif %}
    {% set readable = modules.re.sub('[^a-z0-9]+', '_', name[:60] | lower)[:30].strip('_') %}
    {% set column = 'at_' ~ (readable ~ '_' if readable else '') ~ local_md5(name)[:8] %}
    {% set noted = context.paths[scope].setdefault(column, {
        'text': json_path_text(json, path), 'is_set': json_path_is_set(json, path),
        'kinds': {},
    }) %}
    {% set sql = relation ~ '.' ~ column %}
    {{ return({
        'kind': 'text', 'sql': sql, 'is_set': sql ~ '_is_set', 'column': noted,
    }) }}
{% endmacro %}
