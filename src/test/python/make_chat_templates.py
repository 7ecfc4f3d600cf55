"""Writes src/test/resources/chat/templates.json: what transformers renders for small chat templates.

    pip install transformers==5.24.0 jinja2
    python src/test/python/make_chat_templates.py

Each case is a template of ours that uses the features of the language that the templates of released models use, with
messages and variables, and the text that transformers makes of them or, where it fails, null. Running the script again
writes the same bytes.
"""

import json
from datetime import datetime
from pathlib import Path

from transformers.utils import chat_template_utils
from transformers.utils.chat_template_utils import render_jinja_template

OUT = Path(__file__).parents[1] / "resources" / "chat" / "templates.json"

TALK = [
    {"role": "user", "content": "  Who are you? "},
    {"role": "assistant", "content": "A model.\n"},
    {"role": "user", "content": "Say \"hé\" & <bye>\n"},
]
SYSTEM = [{"role": "system", "content": "Be brief.\n"}] + TALK
THINKING = [
    {"role": "user", "content": "1 + 1?"},
    {"role": "assistant", "content": "<think>\nAdd them.\n</think>\n\n2"},
    {"role": "user", "content": "2 + 2?"},
    {"role": "assistant", "content": "4", "reasoning_content": "\nAdd again.\n"},
    {"role": "user", "content": "Thanks"},
]
PARTS = [
    {"role": "user", "content": [{"type": "text", "text": " Look: "}, {"type": "image"}, {"type": "text", "text": "what?"}]},
    {"role": "assistant", "content": "A cat 🐈."},
]
TOOLS = [
    {
        "type": "function",
        "function": {
            "name": "get_weather",
            "description": "The weather at a place. It's <free> & \"quick\".",
            "parameters": {
                "type": "object",
                "properties": {
                    "place": {"type": "string", "description": "Where"},
                    "unit": {"type": "string", "enum": ["C", "F"], "default": "C"},
                    "days": {"type": "array", "items": {"type": "integer"}},
                },
                "required": ["place"],
            },
        },
    }
]
CALLS = [
    {"role": "user", "content": "Weather in Graz?"},
    {
        "role": "assistant",
        "content": "",
        "tool_calls": [
            {
                "type": "function",
                "id": "abc123def",
                "function": {"name": "get_weather", "arguments": {"place": "Graz", "days": [1, 2.5, None, True]}},
            }
        ],
    },
    {"role": "tool", "tool_call_id": "abc123def", "name": "get_weather", "content": "sunny"},
    {"role": "tool", "tool_call_id": "abc123def", "name": "get_weather", "content": "12.5"},
]

# ---- The families, in words of our own ------------------------------------------------------------------------------

CHATML = """{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n' }}{% endfor %}
{%- if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}
"""

SMOLLM2 = """{% for message in messages %}{% if loop.first and messages[0]['role'] != 'system' %}{{ '<|im_start|>system\\nYou help.<|im_end|>\\n' }}{% endif %}{{'<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n'}}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}"""

ZEPHYR = """{% for message in messages %}
{% if message['role'] == 'user' %}
{{ '<|user|>\\n' + message['content'] + eos_token }}
{% elif message['role'] == 'system' %}
{{ '<|system|>\\n' + message['content'] + eos_token }}
{% elif message['role'] == 'assistant' %}
{{ '<|assistant|>\\n'  + message['content'] + eos_token }}
{% endif %}
{% if loop.last and add_generation_prompt %}
{{ '<|assistant|>' }}
{% endif %}
{% endfor %}
"""

LLAMA2 = """{% if messages[0]['role'] == 'system' %}
{%- set rest = messages[1:] %}{% set system = messages[0]['content'] %}
{%- else %}{% set rest = messages %}{% set system = false %}{% endif %}
{%- for message in rest %}
{%- if (message['role'] == 'user') != (loop.index0 % 2 == 0) %}
{{- raise_exception('Roles must alternate user/assistant/user/assistant/...') }}
{%- endif %}
{%- if loop.index0 == 0 and system != false %}{% set content = '<<SYS>>\\n' + system + '\\n<</SYS>>\\n\\n' + message['content'] %}
{%- else %}{% set content = message['content'] %}{% endif %}
{%- if message['role'] == 'user' %}{{ bos_token + '[INST] ' + content.strip() + ' [/INST]' }}
{%- elif message['role'] == 'assistant' %}{{ ' '  + content.strip() + ' ' + eos_token }}{% endif %}
{%- endfor %}"""

LLAMA3 = """{% set loop_messages = messages %}{% for message in loop_messages %}{% set content = '<|start_header_id|>' + message['role'] + '<|end_header_id|>\\n\\n'+ message['content'] | trim + '<|eot_id|>' %}{% if loop.index0 == 0 %}{% set content = bos_token + content %}{% endif %}{{ content }}{% endfor %}{% if add_generation_prompt %}{{ '<|start_header_id|>assistant<|end_header_id|>\\n\\n' }}{% endif %}"""

LLAMA31 = """{{- bos_token }}
{%- if custom_tools is defined %}
    {%- set tools = custom_tools %}
{%- endif %}
{%- if not tools_in_user_message is defined %}
    {%- set tools_in_user_message = true %}
{%- endif %}
{%- if not date_string is defined %}
    {%- if strftime_now is defined %}
        {%- set date_string = strftime_now("%d %b %Y") %}
    {%- else %}
        {%- set date_string = "26 Jul 2024" %}
    {%- endif %}
{%- endif %}
{%- if not tools is defined %}
    {%- set tools = none %}
{%- endif %}

{#- The system message comes first, so it is taken out. #}
{%- if messages[0]['role'] == 'system' %}
    {%- set system_message = messages[0]['content']|trim %}
    {%- set messages = messages[1:] %}
{%- else %}
    {%- set system_message = "" %}
{%- endif %}
{{- "<|start_header_id|>system<|end_header_id|>\\n\\n" }}
{%- if builtin_tools is defined or tools is not none %}
    {{- "Environment: ipython\\n" }}
{%- endif %}
{%- if builtin_tools is defined %}
    {{- "Tools: " + builtin_tools | reject('equalto', 'code_interpreter') | join(", ") + "\\n\\n"}}
{%- endif %}
{{- "Today: " + date_string + "\\n\\n" }}
{%- if tools is not none and not tools_in_user_message %}
    {%- for t in tools %}
        {{- t | tojson(indent=4) }}
        {{- "\\n\\n" }}
    {%- endfor %}
{%- endif %}
{{- system_message }}
{{- "<|eot_id|>" }}
{%- if tools_in_user_message and not tools is none %}
    {%- if messages | length != 0 %}
        {%- set first_user_message = messages[0]['content']|trim %}
        {%- set messages = messages[1:] %}
    {%- else %}
        {{- raise_exception("Cannot put tools in the first user message when there's no first user message!") }}
{%- endif %}
    {{- '<|start_header_id|>user<|end_header_id|>\\n\\n' -}}
    {%- for t in tools %}
        {{- t | tojson(indent=4) }}
        {{- "\\n\\n" }}
    {%- endfor %}
    {{- first_user_message + "<|eot_id|>"}}
{%- endif %}
{%- for message in messages %}
    {%- if not (message.role == 'ipython' or message.role == 'tool' or 'tool_calls' in message) %}
        {{- '<|start_header_id|>' + message['role'] + '<|end_header_id|>\\n\\n'+ message['content'] | trim + '<|eot_id|>' }}
    {%- elif 'tool_calls' in message %}
        {%- if not message.tool_calls|length == 1 %}
            {{- raise_exception("This model only supports single tool-calls at once!") }}
        {%- endif %}
        {%- set tool_call = message.tool_calls[0].function %}
        {{- '<|start_header_id|>assistant<|end_header_id|>\\n\\n' -}}
        {{- '{"name": "' + tool_call.name + '", ' }}
        {{- '"parameters": ' }}
        {{- tool_call.arguments | tojson }}
        {{- "}" }}
        {{- "<|eot_id|>" }}
    {%- elif message.role == "tool" or message.role == "ipython" %}
        {{- "<|start_header_id|>ipython<|end_header_id|>\\n\\n" }}
        {%- if message.content is mapping or message.content is iterable %}
            {{- message.content | tojson }}
        {%- else %}
            {{- message.content }}
        {%- endif %}
        {{- "<|eot_id|>" }}
    {%- endif %}
{%- endfor %}
{%- if add_generation_prompt %}
    {{- '<|start_header_id|>assistant<|end_header_id|>\\n\\n' }}
{%- endif %}
"""

MISTRAL = """{%- if messages[0]["role"] == "system" %}
    {%- set system_message = messages[0]["content"] %}
    {%- set loop_messages = messages[1:] %}
{%- else %}
    {%- set loop_messages = messages %}
{%- endif %}
{%- if not tools is defined %}{% set tools = none %}{% endif %}
{%- set user_messages = loop_messages | selectattr("role", "equalto", "user") | list %}
{%- set ns = namespace() %}
{%- set ns.index = 0 %}
{%- for message in loop_messages %}
    {%- if not (message.role == "tool" or message.role == "tool_results" or (message.tool_calls is defined and message.tool_calls is not none)) %}
        {%- if (message["role"] == "user") != (ns.index % 2 == 0) %}
            {{- raise_exception("After the optional system message, conversation roles must alternate user/assistant/user/assistant/...") }}
        {%- endif %}
        {%- set ns.index = ns.index + 1 %}
    {%- endif %}
{%- endfor %}
{{- bos_token }}
{%- for message in loop_messages %}
    {%- if message["role"] == "user" %}
        {%- if tools is not none and (message == user_messages[-1]) %}
            {{- "[AVAILABLE_TOOLS] [" }}
            {%- for tool in tools %}
                {%- set tool = tool.function %}
                {{- '{"type": "function", "function": {' }}
                {%- for key, val in tool.items() if key != "return" %}
                    {%- if val is string %}
                        {{- '"' + key + '": "' + val + '"' }}
                    {%- else %}
                        {{- '"' + key + '": ' + val|tojson }}
                    {%- endif %}
                    {%- if not loop.last %}
                        {{- ", " }}
                    {%- endif %}
                {%- endfor %}
                {{- "}}" }}
                {%- if not loop.last %}
                    {{- ", " }}
                {%- else %}
                    {{- "]" }}
                {%- endif %}
            {%- endfor %}
            {{- "[/AVAILABLE_TOOLS]" }}
        {%- endif %}
        {%- if loop.last and system_message is defined %}
            {{- "[INST] " + system_message + "\\n\\n" + message["content"] + "[/INST]" }}
        {%- else %}
            {{- "[INST] " + message["content"] + "[/INST]" }}
        {%- endif %}
    {%- elif message.tool_calls is defined and message.tool_calls is not none %}
        {{- "[TOOL_CALLS] [" }}
        {%- for tool_call in message.tool_calls %}
            {%- set out = tool_call.function|tojson %}
            {{- out[:-1] }}
            {%- if not tool_call.id is defined or tool_call.id|length != 9 %}
                {{- raise_exception("Tool call IDs should be alphanumeric strings with length 9!") }}
            {%- endif %}
            {{- ', "id": "' + tool_call.id + '"}' }}
            {%- if not loop.last %}{{- ", " }}{%- else %}{{- "]" + eos_token }}{%- endif %}
        {%- endfor %}
    {%- elif message["role"] == "assistant" %}
        {{- " " + message["content"]|trim + eos_token}}
    {%- elif message["role"] == "tool_results" or message["role"] == "tool" %}
        {%- if message.content is defined and message.content.content is defined %}
            {%- set content = message.content.content %}
        {%- else %}
            {%- set content = message.content %}
        {%- endif %}
        {{- '[TOOL_RESULTS] {"content": ' + content|string + ", " }}
        {{- '"call_id": "' + message.tool_call_id + '"}[/TOOL_RESULTS]' }}
    {%- else %}
        {{- raise_exception("Only user and assistant roles are supported!") }}
    {%- endif %}
{%- endfor %}
"""

QWEN2 = """{%- if tools %}
    {{- '<|im_start|>system\\n' }}
    {%- if messages[0]['role'] == 'system' %}
        {{- messages[0]['content'] }}
    {%- else %}
        {{- 'You are an assistant.' }}
    {%- endif %}
    {{- "\\n\\n# Tools\\n\\n<tools>" }}
    {%- for tool in tools %}
        {{- "\\n" }}
        {{- tool | tojson }}
    {%- endfor %}
    {{- "\\n</tools>\\n\\n<tool_call>\\n{\\"name\\": <name>, \\"arguments\\": <json>}\\n</tool_call><|im_end|>\\n" }}
{%- else %}
    {%- if messages[0]['role'] == 'system' %}
        {{- '<|im_start|>system\\n' + messages[0]['content'] + '<|im_end|>\\n' }}
    {%- else %}
        {{- '<|im_start|>system\\nYou are an assistant.<|im_end|>\\n' }}
    {%- endif %}
{%- endif %}
{%- for message in messages %}
    {%- if (message.role == "user") or (message.role == "system" and not loop.first) or (message.role == "assistant" and not message.tool_calls) %}
        {{- '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>' + '\\n' }}
    {%- elif message.role == "assistant" %}
        {{- '<|im_start|>' + message.role }}
        {%- if message.content %}
            {{- '\\n' + message.content }}
        {%- endif %}
        {%- for tool_call in message.tool_calls %}
            {%- if tool_call.function is defined %}
                {%- set tool_call = tool_call.function %}
            {%- endif %}
            {{- '\\n<tool_call>\\n{"name": "' }}
            {{- tool_call.name }}
            {{- '", "arguments": ' }}
            {{- tool_call.arguments | tojson }}
            {{- '}\\n</tool_call>' }}
        {%- endfor %}
        {{- '<|im_end|>\\n' }}
    {%- elif message.role == "tool" %}
        {%- if (loop.index0 == 0) or (messages[loop.index0 - 1].role != "tool") %}
            {{- '<|im_start|>user' }}
        {%- endif %}
        {{- '\\n<tool_response>\\n' }}
        {{- message.content }}
        {{- '\\n</tool_response>' }}
        {%- if loop.last or (messages[loop.index0 + 1].role != "tool") %}
            {{- '<|im_end|>\\n' }}
        {%- endif %}
    {%- endif %}
{%- endfor %}
{%- if add_generation_prompt %}
    {{- '<|im_start|>assistant\\n' }}
{%- endif %}
"""

QWEN3 = """{%- set ns = namespace(multi_step_tool=true, last_query_index=messages|length - 1) %}
{%- for message in messages[::-1] %}
    {%- set index = (messages|length - 1) - loop.index0 %}
    {%- if ns.multi_step_tool and message.role == "user" and message.content is string and not(message.content.startswith('<tool_response>') and message.content.endswith('</tool_response>')) %}
        {%- set ns.multi_step_tool = false %}
        {%- set ns.last_query_index = index %}
    {%- endif %}
{%- endfor %}
{%- for message in messages %}
    {%- if message.content is string %}
        {%- set content = message.content %}
    {%- else %}
        {%- set content = '' %}
    {%- endif %}
    {%- if (message.role == "user") or (message.role == "system" and not loop.first) %}
        {{- '<|im_start|>' + message.role + '\\n' + content + '<|im_end|>' + '\\n' }}
    {%- elif message.role == "assistant" %}
        {%- set reasoning_content = '' %}
        {%- if message.reasoning_content is string %}
            {%- set reasoning_content = message.reasoning_content %}
        {%- else %}
            {%- if '</think>' in content %}
                {%- set reasoning_content = content.split('</think>')[0].rstrip('\\n').split('<think>')[-1].lstrip('\\n') %}
                {%- set content = content.split('</think>')[-1].lstrip('\\n') %}
            {%- endif %}
        {%- endif %}
        {%- if loop.index0 > ns.last_query_index %}
            {%- if loop.last or (not loop.last and reasoning_content) %}
                {{- '<|im_start|>' + message.role + '\\n<think>\\n' + reasoning_content.strip('\\n') + '\\n</think>\\n\\n' + content.lstrip('\\n') }}
            {%- else %}
                {{- '<|im_start|>' + message.role + '\\n' + content }}
            {%- endif %}
        {%- else %}
            {{- '<|im_start|>' + message.role + '\\n' + content }}
        {%- endif %}
        {%- if message.tool_calls %}
            {%- for tool_call in message.tool_calls %}
                {%- if (loop.first and content) or (not loop.first) %}
                    {{- '\\n' }}
                {%- endif %}
                {%- if tool_call.function %}
                    {%- set tool_call = tool_call.function %}
                {%- endif %}
                {{- '<tool_call>\\n{"name": "' }}
                {{- tool_call.name }}
                {{- '", "arguments": ' }}
                {%- if tool_call.arguments is string %}
                    {{- tool_call.arguments }}
                {%- else %}
                    {{- tool_call.arguments | tojson }}
                {%- endif %}
                {{- '}\\n</tool_call>' }}
            {%- endfor %}
        {%- endif %}
        {{- '<|im_end|>\\n' }}
    {%- elif message.role == "tool" %}
        {%- if loop.first or (messages[loop.index0 - 1].role != "tool") %}
            {{- '<|im_start|>user' }}
        {%- endif %}
        {{- '\\n<tool_response>\\n' }}
        {{- content }}
        {{- '\\n</tool_response>' }}
        {%- if loop.last or (messages[loop.index0 + 1].role != "tool") %}
            {{- '<|im_end|>\\n' }}
        {%- endif %}
    {%- endif %}
{%- endfor %}
{%- if add_generation_prompt %}
    {{- '<|im_start|>assistant\\n' }}
    {%- if enable_thinking is defined and enable_thinking is false %}
        {{- '<think>\\n\\n</think>\\n\\n' }}
    {%- endif %}
{%- endif %}"""

GEMMA2 = """{{ bos_token }}{% if messages[0]['role'] == 'system' %}{{ raise_exception('System role not supported') }}{% endif %}{% for message in messages %}{% if (message['role'] == 'user') != (loop.index0 % 2 == 0) %}{{ raise_exception('Conversation roles must alternate user/assistant/user/assistant/...') }}{% endif %}{% if (message['role'] == 'assistant') %}{% set role = 'model' %}{% else %}{% set role = message['role'] %}{% endif %}{{ '<start_of_turn>' + role + '\\n' + message['content'] | trim + '<end_of_turn>\\n' }}{% endfor %}{% if add_generation_prompt %}{{'<start_of_turn>model\\n'}}{% endif %}"""

GEMMA3 = """{{ bos_token }}
{%- if messages[0]['role'] == 'system' -%}
    {%- if messages[0]['content'] is string -%}
        {%- set first_user_prefix = messages[0]['content'] + '\\n\\n' -%}
    {%- else -%}
        {%- set first_user_prefix = messages[0]['content'][0]['text'] + '\\n\\n' -%}
    {%- endif -%}
    {%- set loop_messages = messages[1:] -%}
{%- else -%}
    {%- set first_user_prefix = "" -%}
    {%- set loop_messages = messages -%}
{%- endif -%}
{%- for message in loop_messages -%}
    {%- if (message['role'] == 'user') != (loop.index0 % 2 == 0) -%}
        {{ raise_exception("Conversation roles must alternate user/assistant/user/assistant/...") }}
    {%- endif -%}
    {%- if (message['role'] == 'assistant') -%}
        {%- set role = "model" -%}
    {%- else -%}
        {%- set role = message['role'] -%}
    {%- endif -%}
    {{ '<start_of_turn>' + role + '\\n' + (first_user_prefix if loop.first else "") }}
    {%- if message['content'] is string -%}
        {{ message['content'] | trim }}
    {%- elif message['content'] is iterable -%}
        {%- for item in message['content'] -%}
            {%- if item['type'] == 'image' -%}
                {{ '<start_of_image>' }}
            {%- elif item['type'] == 'text' -%}
                {{ item['text'] | trim }}
            {%- endif -%}
        {%- endfor -%}
    {%- else -%}
        {{ raise_exception("Invalid content type") }}
    {%- endif -%}
    {{ '<end_of_turn>\\n' }}
{%- endfor -%}
{%- if add_generation_prompt -%}
    {{'<start_of_turn>model\\n'}}
{%- endif -%}
"""

PHI3 = """{% for message in messages %}{% if message['role'] == 'system' and message['content'] %}{{'<|system|>\\n' + message['content'] + '<|end|>\\n'}}{% elif message['role'] == 'user' %}{{'<|user|>\\n' + message['content'] + '<|end|>\\n'}}{% elif message['role'] == 'assistant' %}{{'<|assistant|>\\n' + message['content'] + '<|end|>\\n'}}{% endif %}{% endfor %}{% if add_generation_prompt %}{{ '<|assistant|>\\n' }}{% else %}{{ eos_token }}{% endif %}"""

OLMO2 = """{{ bos_token }}{% for message in messages %}
{% if message['role'] == 'system' %}
{{ '<|system|>\\n' + message['content'] + '\\n' }}
{% elif message['role'] == 'user' %}
{{ '<|user|>\\n' + message['content'] + '\\n' }}
{% elif message['role'] == 'assistant' %}{% if not loop.last %}
{{ '<|assistant|>\\n'  + message['content'] + eos_token + '\\n' }}
{% else %}
{{ '<|assistant|>\\n'  + message['content'] + eos_token }}
{% endif %}{% endif %}
{% if loop.last and add_generation_prompt %}
{{ '<|assistant|>\\n' }}
{% endif %}{% endfor %}
"""

SMOLLM3 = """{# ───── defaults ───── #}
{%- if enable_thinking is not defined -%}
{%- set enable_thinking = true -%}
{%- endif -%}
{%- if enable_thinking -%}{%- set reasoning_mode = "/think" -%}{%- else -%}{%- set reasoning_mode = "/no_think" -%}{%- endif -%}
{{- "<|im_start|>system\\n" -}}
{%- if messages[0].role == "system" -%}
  {%- set system_message = messages[0].content -%}
  {%- if "/no_think" in system_message -%}
    {%- set reasoning_mode = "/no_think" -%}
  {%- elif "/think" in system_message -%}
    {%- set reasoning_mode = "/think" -%}
  {%- endif -%}
  {%- set custom_instructions = system_message.replace("/no_think", "").replace("/think", "").rstrip() -%}
{%- endif -%}
{%- if "/system_override" in (system_message or "") -%}
  {{- custom_instructions.replace("/system_override", "").rstrip() -}}
{%- else -%}
  {{- "## Metadata\\n\\n" -}}
  {%- set today = strftime_now("%d %B %Y") -%}
  {{- "Today Date: " ~ today ~ "\\n" -}}
  {{- "Reasoning Mode: " + reasoning_mode + "\\n\\n" -}}
  {%- if custom_instructions -%}{{- custom_instructions + "\\n\\n" -}}{%- endif -%}
  {%- if xml_tools or python_tools or tools -%}
    {%- set ns = namespace(xml_tool_string="Tools:\\n") -%}
    {%- for tool in (xml_tools or tools)[:] -%}
      {%- set ns.xml_tool_string = ns.xml_tool_string ~ (tool | string) ~ "\\n" -%}
    {%- endfor -%}
    {{- ns.xml_tool_string -}}
  {%- endif -%}
{%- endif -%}
{{- "<|im_end|>\\n" -}}
{%- for message in messages -%}
    {%- set content = message.content if message.content is string else "" -%}
    {%- if message.role == "user" -%}
        {{ "<|im_start|>" + message.role + "\\n"  + content + "<|im_end|>\\n" }}
    {%- elif message.role == "assistant" -%}
        {%- generation -%}
        {%- if reasoning_mode == "/think" -%}
            {{ "<|im_start|>assistant\\n" + content.lstrip("\\n") + "<|im_end|>\\n" }}
        {%- else -%}
            {{ "<|im_start|>assistant\\n" + "<think>\\n\\n</think>\\n" + content.lstrip("\\n") + "<|im_end|>\\n" }}
        {%- endif -%}
        {%- endgeneration -%}
    {%- elif message.role == "tool" -%}
    {{ "<|im_start|>" + "user\\n"  + content + "<|im_end|>\\n" }}
    {%- endif -%}
{%- endfor -%}
{%- if add_generation_prompt -%}
    {%- if reasoning_mode == "/think" -%}{{ "<|im_start|>assistant\\n" }}{%- else -%}{{ "<|im_start|>assistant\\n" + "<think>\\n\\n</think>\\n"  }}{%- endif -%}
{%- endif -%}
"""

GRANITE = """{%- if messages[0]['role'] == 'system' %}
    {%- set system_message = messages[0]['content'] %}
    {%- set loop_messages = messages[1:] %}
{%- else %}
    {%- set system_message = "Knowledge ends in April 2024.\\nToday is " + strftime_now('%B %d, %Y') + ".\\nYou help." %}
    {%- if tools and documents %}
        {%- set system_message = system_message + " With tools and documents." %}
    {%- elif tools %}
        {%- set system_message = system_message + " With tools." %}
    {%- endif %}
    {%- set loop_messages = messages %}
{%- endif %}
{{- '<|start_of_role|>system<|end_of_role|>' + system_message + '<|end_of_text|>\\n' }}
{%- if tools %}
    {{- '<|start_of_role|>tools<|end_of_role|>' }}
    {{- tools | tojson(indent=4) }}
    {{- '<|end_of_text|>\\n' }}
{%- endif %}
{%- if documents %}
    {{- '<|start_of_role|>documents<|end_of_role|>' }}
    {%- for document in documents %}
        {{- 'Document ' + loop.index | string + '\\n' }}
        {{- document['text'] }}
        {%- if not loop.last %}
            {{- '\\n\\n'}}
        {%- endif%}
    {%- endfor %}
    {{- '<|end_of_text|>\\n' }}
{%- endif %}
{%- for message in loop_messages %}
    {{- '<|start_of_role|>' + message['role'] + '<|end_of_role|>' + message['content'] + '<|end_of_text|>\\n' }}
    {%- if loop.last and add_generation_prompt %}
        {{- '<|start_of_role|>assistant' }}
            {%- if controls %}
                {{- ' ' + controls | tojson()}}
            {%- endif %}
        {{- '<|end_of_role|>' }}
    {%- endif %}
{%- endfor %}"""

GLM4 = """[gMASK]<sop>
{%- if tools -%}
<|system|>
# Tools
{% for tool in tools %}
{%- set function = tool.function if tool.get("function") else tool %}

## {{ function.name }}

{{ function | tojson(indent=4, ensure_ascii=False) }}
Answer in JSON.
{%- endfor %}
{%- endif -%}
{%- for msg in messages %}
    {%- if msg.role == 'system' %}
<|system|>
{{ msg.content }}
    {%- endif %}
{%- endfor %}
{%- for message in messages if message.role != 'system' %}
    {%- set role = message['role'] %}
    {%- set content = message['content'] %}
    {%- set meta = message.get("metadata", "") %}
    {%- if role == 'user' %}
<|user|>
{{ content }}
    {%- elif role == 'assistant' and not meta %}
<|assistant|>
{{ content }}
    {%- elif role == 'assistant' and meta %}
<|assistant|>{{ meta }} 
{{ content }}
    {%- elif role == 'tool' or role == 'observation' %}
<|observation|>
{{ content }}
    {%- endif %}
{%- endfor %}
{% if add_generation_prompt %}<|assistant|>{% endif %}"""

COHERE2 = """{%- macro document_turn(documents) -%}
{% for doc in documents %}
{%- set n = loop.index0 %}
    {"id": {{ n }}, "text": {{ doc.text | tojson }}}{% if not loop.last %},{% endif %}

{% endfor %}
{%- endmacro %}
{%- macro tool_call_id_to_int(messages, tool_call_id) %}
{%- set counter = namespace(value=0) %}
{%- set found = namespace(value=false) %}
{%- for msg in messages %}
    {%- if msg.tool_calls %}
        {%- for tc in msg.tool_calls %}
            {%- if tc.id == tool_call_id and not found.value -%}
                {{ counter.value }}
                {%- set found.value = true %}
            {%- endif %}
            {%- set counter.value = counter.value + 1 %}
        {%- endfor %}
    {%- endif %}
{%- endfor %}
{%- endmacro %}
{%- macro format_tool_message(messages, tool_msg) -%}
{"tool_call_id": "{{ tool_call_id_to_int(messages, tool_msg.tool_call_id) }}", "results": [{{ tool_msg.content|tojson }}]}
{%- endmacro -%}
{{ bos_token }}<|START_OF_TURN_TOKEN|><|SYSTEM_TOKEN|># Preamble
{%- for section in ['one', 'two'] if safety_mode|default('strict')|upper == 'STRICT' %}
 {{ loop.index }}. {{ section }}
{%- else %}
 none
{%- endfor %}
{%- if documents %}
{{ document_turn(documents) }}
{%- endif %}<|END_OF_TURN_TOKEN|>
{%- for message in messages %}
    {%- if message.role|lower == 'system' %}<|START_OF_TURN_TOKEN|><|SYSTEM_TOKEN|>{{ message.content|string }}<|END_OF_TURN_TOKEN|>
    {%- elif message.role|lower == 'user' %}<|START_OF_TURN_TOKEN|><|USER_TOKEN|>{{ message.content }}<|END_OF_TURN_TOKEN|>
    {%- elif message.role|lower in ['assistant', 'chatbot'] %}<|START_OF_TURN_TOKEN|><|CHATBOT_TOKEN|>
        {%- if message.tool_calls %}<|START_ACTION|>[
        {%- for tc in message.tool_calls %}
    {"tool_call_id": "{{ tool_call_id_to_int(messages, tc.id) }}", "tool_name": "{{ tc['function']['name'] }}", "parameters": {{ tc['function']['arguments']|tojson }}}{% if not loop.last %},{% endif %}
        {%- endfor %}
]<|END_ACTION|>{% else %}<|START_RESPONSE|>{{ message.content }}<|END_RESPONSE|>{% endif %}<|END_OF_TURN_TOKEN|>
    {%- elif message.role|lower == 'tool' and loop.previtem and loop.previtem.role|lower != 'tool' %}<|START_OF_TURN_TOKEN|><|SYSTEM_TOKEN|><|START_TOOL_RESULT|>[
    {{ format_tool_message(messages, message) }}
        {%- for msg in messages[loop.index0 + 1:] %}
            {%- if msg.role|lower == 'tool' %},
    {{ format_tool_message(messages, msg) }}
            {%- else %}
                {%- break %}
            {%- endif %}
        {%- endfor %}
]<|END_TOOL_RESULT|><|END_OF_TURN_TOKEN|>
    {%- endif %}
{%- endfor %}
{%- if add_generation_prompt %}<|START_OF_TURN_TOKEN|><|CHATBOT_TOKEN|>{% endif %}"""

DEEPSEEK3 = """{% if not add_generation_prompt is defined %}{% set add_generation_prompt = false %}{% endif %}{% set ns = namespace(is_first=false, is_tool=false, is_output_first=true, system_prompt='', is_first_sp=true) %}{%- for message in messages %}{%- if message['role'] == 'system' %}{%- if ns.is_first_sp %}{% set ns.system_prompt = ns.system_prompt + message['content'] %}{% set ns.is_first_sp = false %}{%- else %}{% set ns.system_prompt = ns.system_prompt + '\\n\\n' + message['content'] %}{%- endif %}{%- endif %}{%- endfor %}{{ bos_token }}{{ ns.system_prompt }}{%- for message in messages %}{%- if message['role'] == 'user' %}{%- set ns.is_tool = false -%}{{'<｜User｜>' + message['content']}}{%- endif %}{%- if message['role'] == 'assistant' and 'tool_calls' in message %}{%- set ns.is_tool = false -%}{%- for tool in message['tool_calls'] %}{%- if not ns.is_first %}{{'<｜Assistant｜><｜tool▁calls▁begin｜>' + tool['type'] + '<｜tool▁sep｜>' + tool['function']['name'] + '\\n' + '```json' + '\\n' + tool['function']['arguments']|tojson + '\\n' + '```' + '<｜tool▁call▁end｜>'}}{%- set ns.is_first = true -%}{%- else %}{{'\\n' + tool['type']}}{%- endif %}{%- endfor %}{%- endif %}{%- if message['role'] == 'assistant' and 'tool_calls' not in message %}{%- if ns.is_tool %}{{'<｜tool▁outputs▁end｜>' + message['content'] + '<｜end▁of▁sentence｜>'}}{%- set ns.is_tool = false -%}{%- else %}{% set content = message['content'] %}{% if '</think>' in content %}{% set content = content.split('</think>')[-1] %}{% endif %}{{'<｜Assistant｜>' + content + '<｜end▁of▁sentence｜>'}}{%- endif %}{%- endif %}{%- if message['role'] == 'tool' %}{%- set ns.is_tool = true -%}{%- if ns.is_output_first %}{{'<｜tool▁outputs▁begin｜>' + message['content']}}{%- set ns.is_output_first = false %}{%- else %}{{'\\n' + message['content']}}{%- endif %}{%- endif %}{%- endfor -%}{% if ns.is_tool %}{{'<｜tool▁outputs▁end｜>'}}{% endif %}{% if add_generation_prompt and not ns.is_tool %}{{'<｜Assistant｜><think>\\n'}}{% endif %}"""

GPT_OSS = """{%- macro render_typescript_type(param_spec, required_params, is_nullable=false) -%}
    {%- if param_spec.type == "array" -%}
        {%- if param_spec['items'] -%}
            {%- if param_spec['items']['type'] == "string" -%}
                {{- "string[]" }}
            {%- elif param_spec['items']['type'] in ["number", "integer"] -%}
                {{- "number[]" }}
            {%- else -%}
                {%- set inner_type = render_typescript_type(param_spec['items'], required_params) -%}
                {%- if inner_type == "object | object" or inner_type|length > 50 -%}
                    {{- "any[]" }}
                {%- else -%}
                    {{- inner_type + "[]" }}
                {%- endif -%}
            {%- endif -%}
            {%- if param_spec.nullable -%}
                {{- " | null" }}
            {%- endif -%}
        {%- endif -%}
    {%- elif param_spec.type is defined and param_spec.type is iterable and param_spec.type is not string and param_spec.type is not mapping and param_spec.type[0] is defined -%}
        {{- param_spec.type | join(" | ") }}
    {%- elif param_spec.type == "string" -%}
        {%- if param_spec.enum -%}
            {{- '"' + param_spec.enum|join('" | "') + '"' -}}
        {%- else -%}
            {{- "string" }}
        {%- endif -%}
    {%- elif param_spec.type == "object" -%}
        {%- if param_spec.properties -%}
            {{- "{\\n" }}
            {%- for prop_name, prop_spec in param_spec.properties.items() -%}
                {{- prop_name -}}
                {%- if prop_name not in (param_spec.required or []) -%}
                    {{- "?" }}
                {%- endif -%}
                {{- ": " }}
                {{ render_typescript_type(prop_spec, param_spec.required or []) }}
                {%- if not loop.last -%}
                    {{-", " }}
                {%- endif -%}
            {%- endfor -%}
            {{- "}" }}
        {%- else -%}
            {{- "object" }}
        {%- endif -%}
    {%- else -%}
        {{- "any" }}
    {%- endif -%}
{%- endmacro -%}
{%- macro render_tool_namespace(namespace_name, tools) -%}
    {{- "## " + namespace_name + "\\n\\n" }}
    {{- "namespace " + namespace_name + " {\\n\\n" }}
    {%- for tool in tools %}
        {%- set tool = tool.function %}
        {{- "// " + tool.description + "\\n" }}
        {{- "type "+ tool.name + " = " }}
        {%- if tool.parameters and tool.parameters.properties %}
            {{- "(_: {\\n" }}
            {%- for param_name, param_spec in tool.parameters.properties.items() %}
                {%- if param_spec.description %}
                    {{- "// " + param_spec.description + "\\n" }}
                {%- endif %}
                {{- param_name }}
                {%- if param_name not in (tool.parameters.required or []) -%}
                    {{- "?" }}
                {%- endif -%}
                {{- ": " }}
                {{- render_typescript_type(param_spec, tool.parameters.required or []) }}
                {%- if param_spec.default is defined -%}
                    {%- if param_spec.enum %}
                        {{- ", // default: " + param_spec.default }}
                    {%- else %}
                        {{- ", // default: " + param_spec.default|tojson }}
                    {%- endif %}
                {%- endif -%}
                {%- if not loop.last %}
                    {{- ",\\n" }}
                {%- else %}
                    {{- "\\n" }}
                {%- endif -%}
            {%- endfor %}
            {{- "}) => any;\\n\\n" }}
        {%- else -%}
            {{- "() => any;\\n\\n" }}
        {%- endif -%}
    {%- endfor %}
    {{- "} // namespace " + namespace_name }}
{%- endmacro -%}
{%- macro build_system_message() -%}
    {%- if model_identity is not defined %}
        {%- set model_identity = "You are a model." %}
    {%- endif %}
    {{- model_identity + "\\n" }}
    {{- "Current date: " + strftime_now("%Y-%m-%d") + "\\n\\n" }}
    {%- if reasoning_effort is not defined %}
        {%- set reasoning_effort = "medium" %}
    {%- endif %}
    {{- "Reasoning: " + reasoning_effort + "\\n\\n" }}
    {{- "# Valid channels: analysis, commentary, final." }}
{%- endmacro -%}
{{- "<|start|>system<|message|>" }}
{{- build_system_message() }}
{{- "<|end|>" }}
{%- if messages[0].role == "developer" or messages[0].role == "system" %}
    {%- set developer_message = messages[0].content %}
    {%- set loop_messages = messages[1:] %}
{%- else %}
    {%- set developer_message = "" %}
    {%- set loop_messages = messages %}
{%- endif %}
{%- if developer_message or tools %}
    {{- "<|start|>developer<|message|>" }}
    {%- if developer_message %}
        {{- "# Instructions\\n\\n" }}
        {{- developer_message }}
        {{- "\\n\\n" }}
    {%- endif %}
    {%- if tools -%}
        {{- "# Tools\\n\\n" }}
        {{- render_tool_namespace("functions", tools) }}
    {%- endif -%}
    {{- "<|end|>" }}
{%- endif %}
{%- set last_tool_call = namespace(name=none) %}
{%- for message in loop_messages -%}
    {%- if message.role == 'assistant' -%}
        {%- if "content" in message %}
            {%- if "<|channel|>analysis<|message|>" in message.content or "<|channel|>final<|message|>" in message.content %}
                {{- raise_exception("You have passed a message containing <|channel|> tags in the content field.") }}
            {%- endif %}
        {%- endif %}
        {%- if "tool_calls" in message %}
            {%- set future_final_message = namespace(found=false) %}
            {%- for future_message in loop_messages[loop.index:] %}
                {%- if future_message.role == 'assistant' and "tool_calls" not in future_message %}
                    {%- set future_final_message.found = true %}
                {%- endif %}
            {%- endfor %}
            {%- set tool_call = message.tool_calls[0] %}
            {%- if tool_call.function %}
                {%- set tool_call = tool_call.function %}
            {%- endif %}
            {{- "<|start|>assistant to=" }}
            {{- "functions." + tool_call.name + "<|channel|>commentary " }}
            {{- (tool_call.content_type if tool_call.content_type is defined else "json") + "<|message|>" }}
            {{- tool_call.arguments|tojson }}
            {{- "<|call|>" }}
            {%- set last_tool_call.name = tool_call.name %}
        {%- elif loop.last and not add_generation_prompt %}
            {%- if "thinking" in message %}
                {{- "<|start|>assistant<|channel|>analysis<|message|>" + message.thinking + "<|end|>" }}
            {%- endif %}
            {{- "<|start|>assistant<|channel|>final<|message|>" + message.content + "<|return|>" }}
        {%- else %}
            {{- "<|start|>assistant<|channel|>final<|message|>" + message.content + "<|end|>" }}
            {%- set last_tool_call.name = none %}
        {%- endif %}
    {%- elif message.role == 'tool' -%}
        {%- if last_tool_call.name is none %}
            {{- raise_exception("Message has tool role, but there was no previous assistant message with a tool call!") }}
        {%- endif %}
        {{- "<|start|>functions." + last_tool_call.name }}
        {{- " to=assistant<|channel|>commentary<|message|>" + message.content|tojson + "<|end|>" }}
    {%- elif message.role == 'user' -%}
        {{- "<|start|>user<|message|>" + message.content + "<|end|>" }}
    {%- endif -%}
{%- endfor -%}
{%- if add_generation_prompt -%}
<|start|>assistant
{%- endif -%}"""

APERTUS = """{%- macro render_type(spec, depth=0) -%}
  {%- if spec.type == "array" -%}{{ render_type(spec['items'], depth + 1) ~ "[]" }}
  {%- elif spec.type == "object" -%}
    {{- "{\\n" -}}
    {%- for name, inner in spec.properties|dictsort -%}
      {{- "  " * (depth + 1) ~ name ~ ("?" if name not in spec.get("required", []) else "") ~ ": " ~ render_type(inner, depth + 1) ~ ("," if not loop.last else "") ~ "\\n" -}}
    {%- endfor -%}
    {{- "  " * depth ~ "}" -}}
  {%- elif spec.enum is defined -%}{{ spec.enum | map("tojson") | join(" | ") }}
  {%- else -%}{{ spec.type }}
  {%- endif -%}
{%- endmacro -%}
{%- set system_token = "<|system_start|>" -%}{%- set end_system_token = "<|system_end|>" -%}
{{- bos_token -}}
{%- set ns = namespace(in_assistant=false, count=0, roles=[]) -%}
{%- for message in messages -%}
  {%- set ns.count = ns.count + 1 -%}
  {%- set ns.roles = ns.roles + [message.role] -%}
  {%- if message.role == "system" -%}
    {%- if loop.index0 != 0 -%}{{ raise_exception("System first") }}{%- endif -%}
    {{- system_token + (message.content if message.content is string else message.content | map(attribute="text") | join) + end_system_token -}}
  {%- elif message.role == "user" -%}
    {%- if ns.in_assistant -%}{{- "<|assistant_end|>" -}}{%- set ns.in_assistant = false -%}{%- endif -%}
    {{- "<|user_start|>" + (message.content if message.content is string else message.content | selectattr("type", "eq", "text") | map(attribute="text") | join("\\n")) + "<|user_end|>" -}}
  {%- elif message.role == "assistant" -%}
    {%- if not ns.in_assistant -%}{{- "<|assistant_start|>" -}}{%- set ns.in_assistant = true -%}{%- endif -%}
    {{- message.content | trim -}}
  {%- endif -%}
{%- endfor -%}
{%- if tools is defined and tools is iterable and tools|length > 0 -%}
  {%- for tool in tools -%}{{- "type " ~ tool.function.name ~ " = " ~ render_type(tool.function.parameters) -}}{%- endfor -%}
{%- endif -%}
{%- if ns.in_assistant -%}{{- "<|assistant_end|>" -}}{%- endif -%}
{%- if add_generation_prompt -%}{{- "<|assistant_start|>" -}}{%- endif -%}
{{- ns.roles | join(",") ~ ns.count -}}"""

FALCON = """{% if messages[0]['role'] == 'system' %}{% set loop_messages = messages[1:] %}{% set system_message = messages[0]['content'] %}{% elif not 'system' in messages[0]['role'] %}{% set loop_messages = messages %}{% set system_message = '' %}{% endif %}{% for message in loop_messages %}{% if loop.index0 == 0 %}{{ system_message.strip() }}{% endif %}{{ '\\n\\n' + message['role'].title() + ': ' + message['content'].strip().replace('\\r\\n', '\\n').replace('\\n\\n', '\\n') }}{% endfor %}{% if add_generation_prompt %}{{ '\\n\\nAssistant:' }}{% endif %}"""

FAMILIES = {
    "chatml": CHATML, "smollm2": SMOLLM2, "zephyr": ZEPHYR, "llama2": LLAMA2, "llama3": LLAMA3, "llama3.1": LLAMA31,
    "mistral": MISTRAL, "qwen2": QWEN2, "qwen3": QWEN3, "gemma2": GEMMA2, "gemma3": GEMMA3, "phi3": PHI3, "olmo2": OLMO2,
    "smollm3": SMOLLM3, "granite": GRANITE, "glm4": GLM4, "cohere2": COHERE2, "deepseek_v3": DEEPSEEK3,
    "gpt_oss": GPT_OSS, "apertus": APERTUS, "falcon": FALCON,
}
DOCUMENTS = [{"title": "One", "text": "First \"text\""}, {"title": "Two", "text": "Zweiter Täxt"}]
SITUATIONS = {
    "talk": (TALK, {}),
    "asked": (TALK, {"add_generation_prompt": True}),
    "system": (SYSTEM, {"add_generation_prompt": True}),
    "thinking": (THINKING, {"add_generation_prompt": True}),
    "thought": (THINKING[:-1], {}),
    "without-thinking": (THINKING, {"add_generation_prompt": True, "enable_thinking": False}),
    "parts": (PARTS, {"add_generation_prompt": True}),
    "tools": (TALK[:1], {"add_generation_prompt": True, "tools": TOOLS}),
    "tools-and-system": (SYSTEM[:2], {"tools": TOOLS, "tools_in_user_message": False, "documents": DOCUMENTS}),
    "calls": (CALLS, {"add_generation_prompt": True, "tools": TOOLS}),
    "documents": (SYSTEM, {"documents": DOCUMENTS, "safety_mode": "none", "controls": {"length": "short"}}),
    "wrong-order": (TALK[1:], {}),
    "only-system": (SYSTEM[:1], {}),
}

# ---- The language, feature by feature -------------------------------------------------------------------------------

FEATURES = """
{{ messages|length }} {{ messages|count }} {{ messages[0].content|length }}
{% for m in messages %}{{ loop.index }}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.first }}{{ loop.last }}{{ loop.length }}{{ loop.depth }}{{ loop.depth0 }};{% endfor %}
{% for m in messages %}{{ loop.previtem.role if loop.previtem is defined else '-' }}>{{ m.role }}>{{ (loop.nextitem|default({})).role }} {% endfor %}
{% for m in messages if m.role == 'user' %}{{ loop.index }}/{{ loop.length }}{{ loop.cycle('a', 'b') }}{% else %}none{% endfor %}
{% for m in [] %}x{% else %}empty{% endfor %}{% for m in missing %}x{% else %}undefined{% endfor %}
{% for a, b in [(1, 2), [3, 4]] %}{{ a }}-{{ b }} {% endfor %}{% for k, v in {'x': 1, 'y': 2}.items() %}{{ k }}={{ v }} {% endfor %}
{% for k in {'x': 1, 'y': 2} %}{{ k }}{% endfor %}{% for c in 'hé🐈!' %}[{{ c }}]{% endfor %}
{% for i in range(10) %}{% if i == 3 %}{% continue %}{% endif %}{% if i == 6 %}{% break %}{% endif %}{{ i }}{% endfor %}
{% for i in range(2) %}{% for j in range(3) %}{% if j == 1 %}{% break %}{% endif %}{{ i }}{{ j }} {% endfor %}{{ loop.index }}{% endfor %}
{% set ns = namespace(n=0, s='') %}{% for m in messages %}{% set ns.n = ns.n + loop.index %}{% set ns.s = ns.s ~ m.role[0] %}{% endfor %}{{ ns.n }}{{ ns.s }}{{ ns['n'] }}
{% set x = 1 %}{% for i in [1, 2] %}{{ x }}{% set x = x + i %}{{ x }} {% endfor %}{{ x }}
{% set x = 1 %}{% if true %}{% set x = 2 %}{% endif %}{{ x }}{% with x = 3, y = x %}{{ x }}{{ y }}{% endwith %}{{ x }}
{% set a, b = 1, 'two' %}{{ a }}{{ b }}{% set (c, d) = [3, 4] %}{{ c }}{{ d }}
{% set block %}inside {{ messages[0].role }}{% endset %}{{ block|upper }}{{ block is string }}
{% set block | upper | replace('I', '1') %}inside{% endset %}{{ block }}
{% filter upper %}shout {{ messages[0].role }}{% endfilter %}
{{ [1, 2, 3, 4, 5][1:] }}{{ [1, 2, 3, 4, 5][:-1] }}{{ [1, 2, 3, 4, 5][::-1] }}{{ [1, 2, 3, 4, 5][::2] }}{{ [1, 2, 3, 4, 5][-2:] }}{{ [1, 2, 3][5:] }}{{ [1, 2, 3][-1] }}
{{ [1, 2, 3, 4, 5][3:0:-1] }}{{ [1, 2, 3, 4, 5][-1:-9:-2] }}{{ [1, 2, 3][10:-10:-1] }}{{ [1, 2, 3][none:none] }}{{ (1, 2, 3)[1:] }}{{ [][::-1] }}
{{ 'héllo🐈'[1:3] }}{{ 'héllo🐈'[-1] }}{{ 'héllo🐈'[::-1] }}{{ 'héllo🐈'[:-1] }}{{ 'héllo🐈'[::2] }}{{ 'abc'[1:-1] }}{{ 'abc'[5:] }}{{ 'abc'[2:1] }}
{{ [1, 'two', 3.0, none, true, {'k': [1]}, (1,), ()] }}
{{ {'a': 1, "b": 'it''s', 3: none, 'quote': "it's", 'both': 'a"\\'b', 'nl': 'x\\ny\\t\\\\', 'é': 'é\\x01\\u00a0🐈'} }}
{{ 1.0 }} {{ 0.1 + 0.2 }} {{ 1e16 }} {{ 1e-5 }} {{ 0.0001 }} {{ 123456789012345680.0 }} {{ 1.5e300 }} {{ -2.5 }} {{ 100.0 }} {{ 1e22 }} {{ 5e-324 }}
{{ 7 // 2 }} {{ -7 // 2 }} {{ 7 % 3 }} {{ -7 % 3 }} {{ 7 / 2 }} {{ 6 / 2 }} {{ 2 ** 10 }} {{ 2 ** -1 }} {{ 7.5 // 2 }} {{ -7.5 % 2 }} {{ 2 ** 3 ** 2 }} {{ -2 ** 2 }} {{ 1_000 }}
{{ 1 + 2 * 3 - 4 }} {{ (1 + 2) * 3 }} {{ 'a' * 3 }} {{ 3 * 'ab' }} {{ [1] * 2 }} {{ 'a' ~ 1 ~ none ~ true ~ 1.5 ~ [1] }} {{ 'a' ~ missing ~ 'b' }}
{{ true + 1 }} {{ true == 1 }} {{ 1 == 1.0 }} {{ '1' == 1 }} {{ [1, 2] == [1, 2] }} {{ [1] == (1,) }} {{ {'a': 1} == {'a': 1.0} }} {{ none == false }} {{ missing == nothing }} {{ missing == none }} {{ '' == missing }}
{{ 1 < 2 < 3 }} {{ 1 < 2 > 3 }} {{ 3 >= 3 != 4 }} {{ 'a' < 'b' }} {{ [1, 2] < [1, 3] }} {{ 'Z' < 'a' }} {{ 1 == 1 == 1 }}
{{ 'a' in 'abc' }} {{ 'a' not in ['a'] }} {{ 'k' in {'k': 1} }} {{ 2 in (1, 2) }} {{ not 'x' in 'abc' }} {{ 'a' in missing }} {{ 1 in [true] }} {{ '' in 'abc' }}
{{ not true }} {{ not not 1 }} {{ not '' }} {{ 1 and 2 }} {{ 0 and 2 }} {{ 0 or 'x' }} {{ '' or none }} {{ true and not false }} {{ none or missing or 'last' }}
{{ 'yes' if 1 else 'no' }} {{ 'yes' if 0 }} {{ 'a' if false else 'b' if false else 'c' }} {{ ('a' if true) ~ 'z' }} {{ 1 if true else 2 + 3 }}
{{ missing is defined }} {{ missing is not defined }} {{ messages is defined }} {{ messages[0].none is defined }} {{ missing is undefined }} {{ not missing is defined }}
{{ none is none }} {{ 0 is none }} {{ 'a' is string }} {{ 1 is string }} {{ 1 is number }} {{ 1.5 is number }} {{ true is number }} {{ 1 is integer }} {{ true is integer }} {{ 1.5 is float }} {{ true is boolean }} {{ 1 is boolean }}
{{ {} is mapping }} {{ [] is mapping }} {{ [] is iterable }} {{ 'a' is iterable }} {{ 1 is iterable }} {{ missing is iterable }} {{ [] is sequence }} {{ 'a' is sequence }} {{ {} is sequence }} {{ 1 is sequence }} {{ none is iterable }}
{{ true is true }} {{ 1 is true }} {{ false is false }} {{ 0 is false }} {{ none is sameas none }} {{ true is sameas true }} {{ 1 is sameas true }} {{ missing is sameas none }} {{ false is sameas(false) }}
{{ 3 is odd }} {{ 3 is even }} {{ 9 is divisibleby 3 }} {{ 9 is divisibleby(2) }} {{ 'a' is eq 'a' }} {{ 'a' is equalto('b') }} {{ 1 is ne 2 }} {{ 1 is lt 2 }} {{ 1 is ge 2 }} {{ 2 is greaterthan 1 }} {{ 1 is in [1, 2] }} {{ 'abc' is lower }} {{ 'ABC' is upper }} {{ range is callable }} {{ 1 is callable }}
{{ '  a b \\n'|trim }}|{{ 'xxaxx'|trim('x') }}|{{ 12|trim }}|{{ missing|trim }}|{{ '\\u00a0a\\u2003'|trim }}|{{ none|trim }}
{{ 'hElLo wörld-it\\'s (ok) foo_bar'|title }} {{ 'hELLO World'|capitalize }} {{ 'straße'|upper }} {{ 'ÀÉ'|lower }} {{ 'hElLo wörld-it\\'s foo_bar 1st'.title() }} {{ 'hELLO wORLD'.capitalize() }}
{{ 'a,b,,c'.split(',') }} {{ ' a  b c '.split() }} {{ 'a,b,c'.split(',', 1) }} {{ 'a b  c '.split(none, 1) }} {{ 'a,b,c'.rsplit(',', 1) }} {{ ' a  b c '.rsplit(none, 1) }} {{ ''.split() }} {{ ''.split(',') }} {{ 'aXXbXXc'.split('XX')[1] }} {{ 'abc'.split('abc') }}
{{ '  x '.strip() }}|{{ '  x '.lstrip() }}|{{ '  x '.rstrip() }}|{{ 'xyaxy'.strip('yx') }}|{{ '\\n\\na\\n'.lstrip('\\n') }}|{{ 'a\\n'.rstrip() }}
{{ 'hello'.startswith('he') }} {{ 'hello'.endswith('lo') }} {{ 'hello'.startswith(('x', 'h')) }} {{ 'hello'.find('l') }} {{ 'hello'.rfind('l') }} {{ 'hello'.find('z') }} {{ 'hello'.count('l') }} {{ 'hello'.index('e') }} {{ '🐈a'.find('a') }}
{{ 'aXbX'.replace('X', '-') }} {{ 'aXbX'.replace('X', '-', 1) }} {{ 'abc'.replace('', '-') }} {{ 'aXbX'|replace('X', 1) }} {{ 'aaa'|replace('a', 'b', 2) }} {{ 'a🐈'.replace('', '.') }}
{{ 'a.b.c'.partition('.') }} {{ 'a.b.c'.rpartition('.') }} {{ 'abc'.partition('.') }} {{ 'abc'.rpartition('.') }} {{ 'unhappy'.removeprefix('un') }} {{ 'unhappy'.removesuffix('happy') }} {{ 'a\\nb\\r\\nc\\n'.splitlines() }} {{ '\\n'.splitlines() }}
{{ 'abc'.isalpha() }} {{ 'a1'.isalnum() }} {{ '12'.isdigit() }} {{ ''.isdigit() }} {{ ' '.isspace() }} {{ 'Ab'.isupper() }} {{ 'ab1'.islower() }} {{ '-'.join(['a', 'b']) }} {{ '-'.join('abc') }} {{ 'Ab'.lower() }} {{ 'Ab'.upper() }}
{{ {'a': 1}.get('a') }} {{ {'a': 1}.get('b') }} {{ {'a': 1}.get('b', 'x') }} {{ {'a': 1, 'b': 2}.keys()|list }} {{ {'a': 1}.values()|list }} {{ {'a': 1}.items()|list }} {{ {'items': 5}['items'] }} {{ {'a': {'b': 2}}.a.b }} {{ {'a': 1}['a'] }} {{ {1: 'x'}[1] }}
{{ 5[1:] }}{{ {}[1:] }}{{ [1]['a':] }}{{ [3, 1, 2].index(1) }} {{ [1, 2, 1].count(1) }} {{ [1, 2].0 }} {{ 'ab'[0] }} {{ [[1, 2], [3]][0][1] }} {{ messages[-1]['role'] }} {{ messages[99] is defined }}
{{ [1, 2]|first }} {{ [1, 2]|last }} {{ []|first }} {{ 'abc'|first }} {{ 'abc'|last }} {{ {'a': 1}|first }} {{ 'abc'|list }} {{ {'a': 1}|list }} {{ (1, 2)|list }} {{ [1, 2, 3]|reverse|list }} {{ 'abc'|reverse }}
{{ ['a', 'b']|join(', ') }} {{ [1, none, 'x', true]|join('-') }} {{ 'abc'|join('.') }} {{ messages|join(',', attribute='role') }} {{ []|join(',') }} {{ missing|join }} {{ [1, 2]|join }}
{{ messages|map(attribute='role')|list }} {{ ['a', 'B']|map('upper')|list }} {{ ['1', '2']|map('int')|sum }} {{ messages|map(attribute='nope', default='x')|join(',') }} {{ [{'a': {'b': 1}}]|map(attribute='a.b')|list }} {{ [[1, 2], [3, 4]]|map('first')|list }} {{ ['a_b']|map('replace', '_', ' ')|list }} {{ [[1, 2]]|map(attribute=1)|list }}
{{ messages|selectattr('role', 'equalto', 'user')|list|length }} {{ messages|rejectattr('role', '==', 'user')|map(attribute='role')|list }} {{ messages|selectattr('nope', 'defined')|list }} {{ messages|selectattr('role')|list|length }} {{ [1, 0, 2, none]|select|list }} {{ [1, 2, 3]|select('odd')|list }} {{ [1, 2, 3]|reject('in', [2])|list }} {{ messages|selectattr('role', 'in', ['user', 'x'])|list|length }} {{ ['a', 1]|select('string')|list }}
{{ missing|default('d') }} {{ none|default('d') }} {{ ''|default('d', true) }} {{ ''|default('d') }} {{ missing|d }} {{ 0|default(5, boolean=true) }} {{ none|default('x', true) }} {{ messages[0].nope|default('n') }}
{{ '12'|int }} {{ 'x'|int }} {{ '3.9'|int }} {{ 3.9|int }} {{ 'x'|int(7) }} {{ 'ff'|int(base=16) }} {{ none|int }} {{ ' 5 '|int + 1 }} {{ '1.5'|float }} {{ 'x'|float }} {{ 3|float }} {{ true|int }} {{ -3|abs }} {{ 2.567|round(1) }} {{ 2.5|round }} {{ 3.5|round }} {{ 2.1|round(0, 'ceil') }} {{ 2.9|round(method='floor') }} {{ 7|round }}
{{ 5|string ~ '' }} {{ none|string }} {{ true|string }} {{ [1]|string }} {{ missing|string }} {{ 1.0|string }}
{{ {'b': 1, 'A': 2, 'c': 0}|dictsort }} {{ {'b': 1, 'A': 2}|dictsort(true) }} {{ {'b': 1, 'A': 2}|dictsort(by='value') }} {{ {'b': 1, 'A': 2}|dictsort(reverse=true) }} {{ {'b': 1}|items|list }} {{ missing|items|list }}
{{ [3, 1, 2]|sort }} {{ ['b', 'A', 'c']|sort }} {{ ['b', 'A']|sort(case_sensitive=true) }} {{ [3, 1]|sort(reverse=true) }} {{ messages|sort(attribute='role')|map(attribute='role')|join(',') }} {{ ['a', 'A', 'b', 'a']|unique|list }} {{ [1, 2]|sum }} {{ [3, 1]|min }} {{ [3, 1]|max }} {{ ['b', 'A']|min }} {{ []|sum }} {{ [{'v': 2}, {'v': 3}]|sum(attribute='v') }}
{{ 'a\\nb\\n\\nc'|indent }}|{{ 'a\\nb'|indent(2, true) }}|{{ 'a\\n\\nb'|indent(2, blank=true) }}|{{ 'a\\nb'|indent('> ') }}|{{ 'a\\n'|indent }}|
{{ {'a': [1, 2.0, none, true, 'é"\\\\/\\n\\u2028<&>\\'']}|tojson }} {{ 'x'|tojson }} {{ []|tojson }} {{ {}|tojson }} {{ (1, 2)|tojson }} {{ 1e16|tojson }} {{ 'é🐈\\x7f'|tojson(ensure_ascii=true) }} {{ {1: 2, none: 3, true: 4, 1.5: 5}|tojson }}
{{ {'b': {'c': [1, {}, []]}, 'a': 'x'}|tojson(indent=2) }} {{ [1, [2]]|tojson(indent=0) }} {{ {'b': 1, 'a': 2}|tojson(sort_keys=true) }} {{ {'b': 1, 'a': [1, 2]}|tojson(separators=(',', ':')) }} {{ {'a': 1, 'b': 2}|tojson(indent=1, separators=(', ', '= ')) }}
{{ range(3)|list }} {{ range(1, 4)|list }} {{ range(5, 0, -2)|list }} {{ dict(a=1, b='x') }} {{ dict({'a': 1}, b=2) }} {{ dict([('a', 1)]) }}
{{ strftime_now('%d %b %Y %B %m %H:%M:%S %A %a %j %y %p %I %% %F %-d') }}
{{ 'a' 'b' }}{{ "q'\\"" }}{{ 'tab\\tnl\\\\n \\x41\\u00e9\\U0001F408 \\q \\101' }}
{%- macro greet(name, greeting='Hello', mark=greeting|length) %}{{ greeting }} {{ name }}{{ mark }}{% endmacro %}
{{ greet('Ann') }} {{ greet('Ann', 'Hi') }} {{ greet(greeting='Yo', name='Bo') }} {{ greet() }} {{ greet('A', mark='!')|upper }} {{ greet is callable }}
{%- macro fact(n) %}{% if n <= 1 %}1{% else %}{{ n * (fact(n - 1)|int) }}{% endif %}{% endmacro %}
{{ fact(5) }}
{%- macro all() %}{{ varargs }}{{ kwargs }}{% endmacro %}
{{ all(1, 2, k=3) }}
{%- macro around(tag) %}<{{ tag }}>{{ caller() }}</{{ tag }}>{% endmacro %}
{% call around('b') %}bold {{ messages[0].role }}{% endcall %}
{%- macro each(items) %}{% for i in items %}{{ caller(i, loop.index) }}{% endfor %}{% endmacro %}
{% call(item, n) each(['x', 'y']) %}{{ n }}{{ item }};{% endcall %}
{%- set outer = 'o' %}{% macro sees() %}{{ outer }}{{ later }}{% endmacro %}{% set later = 'l' %}
{{ sees() }}
{% generation %}{% set g = 1 %}said{{ g }}{% endgeneration %}{{ g is defined }}
{% raw %}{{ not }} {% evaluated %}{% endraw %} {%- raw -%}   {{ x }}  {%- endraw %}
{# a comment #}after{#- stripped -#}   both
  {# on a line of its own #}
  {% if true %}
    kept
  {% endif %}
  {%+ if true %} plus {% endif +%}
next
a   {%- if true -%}   b   {%- endif -%}   c
a {{- 'x' -}} b {{ 'y' }} c
{% if true %}no newline after{% endif %}
{% if false %}{% elif 0 %}{% elif 'x' %}elif{% else %}else{% endif %}{% if none %}{% else %}else{% endif %}
{{ messages[0] }}
{{ messages[0].role.upper().lower().title() }}{{ (messages|last).role|first|upper }}{{ ('a' ~ 'b')|upper ~ 'c' }}{{ -1|abs }}{{ 1 - -1 }}{{ +3 }}
{{ 1, 2 }}{{ (1) }}{{ () }}{{ [1,] }}{{ (1,) }}{{ {'a': 1,} }}
{{ 10 is divisibleby 2 and 1 is not even or false }} {{ 'x' if missing is defined and missing.y else 'z' }} {{ [1, 2, 3]|length > 2 }} {{ 1 + [1, 2]|length }} {{ 'a' + 'b'|upper }} {{ ('a' + 'b')|upper }} {{ 'abc'|length is odd }}
{{ tools is none }} {{ documents is none }} {{ tools is defined }} {{ bos_token }} {{ eos_token is defined }}
{{ namespace is defined }} {{ raise_exception is defined }} {{ loop is defined }}
{{ 'x'.__class__ is defined }} {{ 'unsafe' if false and ''.__class__.__mro__ else 'safe' }} {{ messages.__len__ is defined }} {{ [].append is defined }}
{{ messages[0].get('role') }} {{ messages[0]['get'] is callable }} {{ 'role' in messages[0] }} {{ messages[0].items()|list|length }} {{ 'user' in messages|map(attribute='role') }}
{{ none }} {{ true }} {{ True }} {{ False }} {{ None }}
"""

ERRORS = {
    "raise": "{{ raise_exception('no ' ~ messages|length) }}",
    "undefined-attribute": "{{ missing.x }}",
    "undefined-item": "{{ missing['x'] }}",
    "undefined-plus": "{{ missing + 1 }}",
    "undefined-call": "{{ missing() }}",
    "undefined-method": "{{ 'a'.nope() }}",
    "undefined-length": "{{ messages[0].nope.x }}",
    "undefined-json": "{{ missing|tojson }}",
    "undefined-order": "{{ missing < 1 }}",
    "plus": "{{ 'a' + 1 }}",
    "plus-none": "{{ 'a' + none }}",
    "minus": "{{ 'a' - 'b' }}",
    "list-plus-tuple": "{{ [1] + (2,) }}",
    "order": "{{ 1 < 'a' }}",
    "in-number": "{{ 1 in 5 }}",
    "number-in-text": "{{ 1 in 'a1' }}",
    "loop-number": "{% for i in 5 %}{% endfor %}",
    "loop-none": "{% for i in none %}{% endfor %}",
    "unpack": "{% for a, b in [[1, 2, 3]] %}{% endfor %}",
    "call-text": "{{ 'a'() }}",
    "zero": "{{ 1 // 0 }}",
    "zero-modulo": "{{ 1 % 0 }}",
    "append": "{{ messages.append(1) }}",
    "update": "{{ messages[0].update({'a': 1}) }}",
    "set-field": "{% set x = {} %}{% set x.y = 1 %}",
    "private-field": "{% set n = namespace() %}{% set n._x = 1 %}",
    "filter": "{{ 1|nope }}",
    "test": "{{ 1 is nope }}",
    "tag": "{% nope %}",
    "open-if": "{% if true %}",
    "open-for": "{% for i in [] %}{% endif %}",
    "open-tag": "{{ 1",
    "open-string": "{{ 'a }}",
    "open-comment": "{# a",
    "open-raw": "{% raw %} a",
    "bracket": "{{ (1] }}",
    "empty": "{{ }}",
    "operator": "{{ 1 + }}",
    "two": "{{ 1 2 }}",
    "assign": "{{ a = 1 }}",
    "else": "{% else %}",
    "break": "{% break %}",
    "macro-many": "{% macro m(a) %}{% endmacro %}{{ m(1, 2) }}",
    "macro-named": "{% macro m(a) %}{% endmacro %}{{ m(b=2) }}",
    "length": "{{ 5|length }}",
    "join-method": "{{ ','.join([1, 2]) }}",
    "split-empty": "{{ 'a'.split('') }}",
    "index": "{{ [1].index(2) }}",
    "range": "{{ range(10 ** 9)|list }}",
    "sort": "{{ [1, 'a']|sort }}",
    "slice-step": "{{ [1][::0] }}",
    "items": "{{ [1]|items|list }}",
    "text-and-sum": "{{ 1 ~ 2 + 3 }}",
    "negative-shift": "{{ -'a' }}",
    "unhashable": "{{ {[1]: 2} }}",
    "include": "{% include 'other' %}",
    "import": "{% import 'other' as o %}",
    "class": "{{ ''.__class__.__mro__ }}",
    "globals": "{{ raise_exception.__globals__.x }}",
    "unknown-escape": "{{ '\\x4' }}",
    "character": "{{ 1 ? 2 }}",
}


# Lines of the features that are nothing without others.
WITH_OTHERS = ("endmacro", "endcall", "caller", "sees()", "fact(5)", "greet(", "all(1")


class FixedDate(datetime):
    @classmethod
    def now(cls, tz=None):
        return cls(2026, 3, 5, 14, 7, 9)


def case(name, template, messages, variables):
    arguments = {"bos_token": "<s>", "eos_token": "</s>", **variables}
    known = {key: arguments.pop(key) for key in ("tools", "documents", "add_generation_prompt") if key in arguments}
    try:
        [text], _ = render_jinja_template([messages], chat_template=template, **known, **arguments)
        error = None
    except Exception as e:  # whatever the reason is, the template does not render
        text, error = None, f"{type(e).__name__}: {e}"
    row = {"name": name, "template": template, "messages": messages, "variables": {**arguments, **known}, "text": text}
    return row if error is None else {**row, "error": error}


def main():
    chat_template_utils.datetime = FixedDate
    cases = []
    for family, template in FAMILIES.items():
        for situation, (messages, variables) in SITUATIONS.items():
            cases.append(case(f"{family}: {situation}", template, messages, variables))
    features = FEATURES.strip("\n").split("\n")
    cases.append(case("features: all", FEATURES, SYSTEM, {}))
    for number, line in enumerate(features):
        alone = not any(word in line for word in WITH_OTHERS) and line.strip() not in ("{% if true %}", "{% endif %}")
        if alone:
            cases.append(case(f"features: line {number + 1}", line, SYSTEM, {}))
    for name, template in ERRORS.items():
        cases.append(case(f"error: {name}", template, TALK, {}))
    # One case a line, so that a change is a change of few lines.
    lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in cases)
    OUT.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    failed = [each["name"] for each in cases if each["text"] is None]
    print(len(cases), "cases,", len(failed), "of them errors:", *failed, sep="\n  ")
    for each in cases:
        if each["name"].startswith("features") and each["text"] is None:
            print(each["name"], each["error"])


if __name__ == "__main__":
    main()
