-- Interchange reads what other nouns keep; it keeps nothing of its own.

-- A figure of a record's answers; null where a draft has none, or something else.
create function answered_number(record jsonb, field text) returns numeric language sql immutable parallel safe as $$
    select case jsonb_typeof(record -> 'answers' -> field) when 'number' then (record -> 'answers' ->> field)::numeric end
$$;
