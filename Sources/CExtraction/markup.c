// Turns the trees of libxml2 into events, so that Swift walks over bytes and no pointer.
#include <libxml/HTMLparser.h>
#include <libxml/xmlreader.h>

#include "buffer.h"

static bool append_text(rolefit_buffer *events, const xmlChar *text) {
  if (text == NULL || *text == 0) return true;
  const uint8_t kind = 3;
  return rolefit_append(events, &kind, 1)
    && rolefit_append_string(events, text, strlen((const char *)text));
}

static bool append_close(rolefit_buffer *events) {
  const uint8_t kind = 2;
  return rolefit_append(events, &kind, 1);
}

static bool append_name(rolefit_buffer *events, const xmlChar *name) {
  return rolefit_append_string(events, name, strlen((const char *)name));
}

/// Attributes beyond 64 say nothing that is read.
static bool append_open(rolefit_buffer *events, xmlNodePtr node) {
  uint16_t count = 0;
  for (xmlAttrPtr next = node->properties; next != NULL && count < 64; next = next->next) count++;
  const uint8_t kind = 1, attributes[2] = {count & 0xff, count >> 8};
  if (!rolefit_append(events, &kind, 1) || !append_name(events, node->name)
      || !rolefit_append(events, attributes, 2))
    return false;
  for (xmlAttrPtr next = node->properties; next != NULL && count > 0; next = next->next, count--) {
    xmlChar *value = xmlNodeListGetString(node->doc, next->children, 1);
    const xmlChar *content = value != NULL ? value : (const xmlChar *)"";
    const bool fits = append_name(events, next->name) && append_name(events, content);
    xmlFree(value);
    if (!fits) return false;
  }
  return true;
}

/// Walks the tree below `root` without recursion.
static rolefit_status append_tree(rolefit_buffer *events, xmlNodePtr root) {
  xmlNodePtr node = root;
  int depth = 0;
  while (node != NULL) {
    const bool is_element = node->type == XML_ELEMENT_NODE;
    if (is_element && !append_open(events, node)) return rolefit_too_large;
    if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        && !append_text(events, node->content))
      return rolefit_too_large;
    if (is_element && node->children != NULL) {
      if (++depth >= rolefit_most_depth) return rolefit_too_deep;
      node = node->children;
      continue;
    }
    if (is_element && !append_close(events)) return rolefit_too_large;
    while (node != root && node->next == NULL) {
      node = node->parent;
      depth--;
      if (!append_close(events)) return rolefit_too_large;
    }
    if (node == root) return rolefit_ok;
    node = node->next;
  }
  return rolefit_ok;
}

static void ignore(void *context, const xmlError *error) {
  (void)context;
  (void)error;
}

rolefit_status rolefit_html_events(
  const uint8_t *bytes, size_t count, int is_utf8, rolefit_buffer *events) {
  if (count > INT32_MAX) return rolefit_too_large;
  xmlSetStructuredErrorFunc(NULL, (xmlStructuredErrorFunc)ignore);
  const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
    | HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  htmlDocPtr document = htmlReadMemory(
    (const char *)bytes, (int)count, NULL, is_utf8 ? "UTF-8" : NULL, options);
  if (document == NULL) return rolefit_malformed;
  xmlNodePtr root = xmlDocGetRootElement(document);
  const rolefit_status status = root == NULL ? rolefit_malformed : append_tree(events, root);
  xmlFreeDoc(document);
  return status;
}

/// One node of a reader: an event, or a reason to stop.
static rolefit_status append_node(rolefit_buffer *events, xmlTextReaderPtr reader) {
  switch (xmlTextReaderNodeType(reader)) {
    case XML_READER_TYPE_DOCUMENT_TYPE:
    case XML_READER_TYPE_ENTITY_REFERENCE:
      return rolefit_entities;
    case XML_READER_TYPE_ELEMENT:
      if (xmlTextReaderDepth(reader) >= rolefit_most_depth) return rolefit_too_deep;
      if (!append_open(events, xmlTextReaderCurrentNode(reader))) return rolefit_too_large;
      return !xmlTextReaderIsEmptyElement(reader) || append_close(events) ? rolefit_ok
                                                                          : rolefit_too_large;
    case XML_READER_TYPE_END_ELEMENT:
      return append_close(events) ? rolefit_ok : rolefit_too_large;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
    case XML_READER_TYPE_WHITESPACE:
      return append_text(events, xmlTextReaderConstValue(reader)) ? rolefit_ok
                                                                   : rolefit_too_large;
    default:
      return rolefit_ok;
  }
}

rolefit_status rolefit_xml_events(const uint8_t *bytes, size_t count, rolefit_buffer *events) {
  if (count > INT32_MAX) return rolefit_too_large;
  xmlSetStructuredErrorFunc(NULL, (xmlStructuredErrorFunc)ignore);
  xmlTextReaderPtr reader = xmlReaderForMemory(
    (const char *)bytes, (int)count, NULL, NULL,
    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);
  if (reader == NULL) return rolefit_malformed;
  rolefit_status status = rolefit_ok;
  int more;
  while (status == rolefit_ok && (more = xmlTextReaderRead(reader)) == 1)
    status = append_node(events, reader);
  if (status == rolefit_ok && more < 0) {
    const xmlError *error = xmlGetLastError();
    const bool is_entity = error != NULL
      && (error->code == XML_ERR_ENTITY_LOOP || error->code == XML_ERR_UNDECLARED_ENTITY);
    // The parser is ahead of the reader, and has a limit of its own.
    const bool is_depth = error != NULL && error->message != NULL
      && strstr(error->message, "xcessive depth") != NULL;
    status = is_entity ? rolefit_entities : is_depth ? rolefit_too_deep : rolefit_malformed;
  }
  xmlFreeTextReader(reader);
  return status;
}
