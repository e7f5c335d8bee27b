// The sample roles, compiled in: every file of data/roles, in the order of their names.
//
// A new one is an array here and a line in the table below.
#include "roles.h"

static const unsigned char role_accounts_payable_clerk[] = {
#embed "data/roles/accounts-payable-clerk.txt"
};
static const unsigned char role_aged_care_nurse[] = {
#embed "data/roles/aged-care-nurse.txt"
};
static const unsigned char role_air_cargo_handler[] = {
#embed "data/roles/air-cargo-handler.txt"
};
static const unsigned char role_analytics_engineer[] = {
#embed "data/roles/analytics-engineer.txt"
};
static const unsigned char role_backend_engineer[] = {
#embed "data/roles/backend-engineer.md"
};
static const unsigned char role_building_services_engineer[] = {
#embed "data/roles/building-services-engineer.txt"
};
static const unsigned char role_chef_de_partie[] = {
#embed "data/roles/chef-de-partie.txt"
};
static const unsigned char role_clinical_biostatistician[] = {
#embed "data/roles/clinical-biostatistician.txt"
};
static const unsigned char role_community_midwife[] = {
#embed "data/roles/community-midwife.txt"
};
static const unsigned char role_corporate_paralegal[] = {
#embed "data/roles/corporate-paralegal.txt"
};
static const unsigned char role_customs_freight_coordinator[] = {
#embed "data/roles/customs-freight-coordinator.md"
};
static const unsigned char role_data_scientist[] = {
#embed "data/roles/data-scientist.txt"
};
static const unsigned char role_dispatch_lead[] = {
#embed "data/roles/dispatch-lead.md"
};
static const unsigned char role_district_retail_manager[] = {
#embed "data/roles/district-retail-manager.md"
};
static const unsigned char role_early_childhood_teacher[] = {
#embed "data/roles/early-childhood-teacher.txt"
};
static const unsigned char role_electrician[] = {
#embed "data/roles/electrician.txt"
};
static const unsigned char role_embedded_c_engineer[] = {
#embed "data/roles/embedded-c-engineer.txt"
};
static const unsigned char role_emergency_travel_nurse[] = {
#embed "data/roles/emergency-travel-nurse.md"
};
static const unsigned char role_employment_solicitor[] = {
#embed "data/roles/employment-solicitor.txt"
};
static const unsigned char role_financial_controller[] = {
#embed "data/roles/financial-controller.md"
};
static const unsigned char role_florist_sales_assistant[] = {
#embed "data/roles/florist-sales-assistant.txt"
};
static const unsigned char role_gas_plumbing_engineer[] = {
#embed "data/roles/gas-plumbing-engineer.txt"
};
static const unsigned char role_geospatial_data_scientist[] = {
#embed "data/roles/geospatial-data-scientist.md"
};
static const unsigned char role_home_health_occupational_therapist[] = {
#embed "data/roles/home-health-occupational-therapist.md"
};
static const unsigned char role_hospital_pharmacist[] = {
#embed "data/roles/hospital-pharmacist.txt"
};
static const unsigned char role_icu_nurse[] = {
#embed "data/roles/icu-nurse.txt"
};
static const unsigned char role_junior_frontend_developer[] = {
#embed "data/roles/junior-frontend-developer.md"
};
static const unsigned char role_legal_secretary[] = {
#embed "data/roles/legal-secretary.txt"
};
static const unsigned char role_line_cook[] = {
#embed "data/roles/line-cook.txt"
};
static const unsigned char role_litigation_associate[] = {
#embed "data/roles/litigation-associate.md"
};
static const unsigned char role_manufacturing_engineer[] = {
#embed "data/roles/manufacturing-engineer.md"
};
static const unsigned char role_marine_propulsion_engineer[] = {
#embed "data/roles/marine-propulsion-engineer.txt"
};
static const unsigned char role_maths_teacher[] = {
#embed "data/roles/maths-teacher.txt"
};
static const unsigned char role_mechanical_design_engineer[] = {
#embed "data/roles/mechanical-design-engineer.txt"
};
static const unsigned char role_pastry_chef[] = {
#embed "data/roles/pastry-chef.md"
};
static const unsigned char role_physiotherapist[] = {
#embed "data/roles/physiotherapist.txt"
};
static const unsigned char role_platform_reliability_engineer[] = {
#embed "data/roles/platform-reliability-engineer.md"
};
static const unsigned char role_radiographer[] = {
#embed "data/roles/radiographer.txt"
};
static const unsigned char role_refrigeration_technician[] = {
#embed "data/roles/refrigeration-technician.txt"
};
static const unsigned char role_senior_audit_associate[] = {
#embed "data/roles/senior-audit-associate.txt"
};
static const unsigned char role_sous_chef[] = {
#embed "data/roles/sous-chef.txt"
};
static const unsigned char role_special_education_teacher[] = {
#embed "data/roles/special-education-teacher.md"
};
static const unsigned char role_staff_accountant[] = {
#embed "data/roles/staff-accountant.txt"
};
static const unsigned char role_store_manager[] = {
#embed "data/roles/store-manager.md"
};
static const unsigned char role_structural_welder_fabricator[] = {
#embed "data/roles/structural-welder-fabricator.md"
};
static const unsigned char role_supply_primary_teacher[] = {
#embed "data/roles/supply-primary-teacher.txt"
};
static const unsigned char role_warehouse_supervisor[] = {
#embed "data/roles/warehouse-supervisor.txt"
};
static const unsigned char role_watch_sales_consultant[] = {
#embed "data/roles/watch-sales-consultant.txt"
};

const rolefit_resource rolefit_roles[] = {
    RESOURCE("roles/accounts-payable-clerk.txt", role_accounts_payable_clerk),
    RESOURCE("roles/aged-care-nurse.txt", role_aged_care_nurse),
    RESOURCE("roles/air-cargo-handler.txt", role_air_cargo_handler),
    RESOURCE("roles/analytics-engineer.txt", role_analytics_engineer),
    RESOURCE("roles/backend-engineer.md", role_backend_engineer),
    RESOURCE("roles/building-services-engineer.txt", role_building_services_engineer),
    RESOURCE("roles/chef-de-partie.txt", role_chef_de_partie),
    RESOURCE("roles/clinical-biostatistician.txt", role_clinical_biostatistician),
    RESOURCE("roles/community-midwife.txt", role_community_midwife),
    RESOURCE("roles/corporate-paralegal.txt", role_corporate_paralegal),
    RESOURCE("roles/customs-freight-coordinator.md", role_customs_freight_coordinator),
    RESOURCE("roles/data-scientist.txt", role_data_scientist),
    RESOURCE("roles/dispatch-lead.md", role_dispatch_lead),
    RESOURCE("roles/district-retail-manager.md", role_district_retail_manager),
    RESOURCE("roles/early-childhood-teacher.txt", role_early_childhood_teacher),
    RESOURCE("roles/electrician.txt", role_electrician),
    RESOURCE("roles/embedded-c-engineer.txt", role_embedded_c_engineer),
    RESOURCE("roles/emergency-travel-nurse.md", role_emergency_travel_nurse),
    RESOURCE("roles/employment-solicitor.txt", role_employment_solicitor),
    RESOURCE("roles/financial-controller.md", role_financial_controller),
    RESOURCE("roles/florist-sales-assistant.txt", role_florist_sales_assistant),
    RESOURCE("roles/gas-plumbing-engineer.txt", role_gas_plumbing_engineer),
    RESOURCE("roles/geospatial-data-scientist.md", role_geospatial_data_scientist),
    RESOURCE("roles/home-health-occupational-therapist.md", role_home_health_occupational_therapist),
    RESOURCE("roles/hospital-pharmacist.txt", role_hospital_pharmacist),
    RESOURCE("roles/icu-nurse.txt", role_icu_nurse),
    RESOURCE("roles/junior-frontend-developer.md", role_junior_frontend_developer),
    RESOURCE("roles/legal-secretary.txt", role_legal_secretary),
    RESOURCE("roles/line-cook.txt", role_line_cook),
    RESOURCE("roles/litigation-associate.md", role_litigation_associate),
    RESOURCE("roles/manufacturing-engineer.md", role_manufacturing_engineer),
    RESOURCE("roles/marine-propulsion-engineer.txt", role_marine_propulsion_engineer),
    RESOURCE("roles/maths-teacher.txt", role_maths_teacher),
    RESOURCE("roles/mechanical-design-engineer.txt", role_mechanical_design_engineer),
    RESOURCE("roles/pastry-chef.md", role_pastry_chef),
    RESOURCE("roles/physiotherapist.txt", role_physiotherapist),
    RESOURCE("roles/platform-reliability-engineer.md", role_platform_reliability_engineer),
    RESOURCE("roles/radiographer.txt", role_radiographer),
    RESOURCE("roles/refrigeration-technician.txt", role_refrigeration_technician),
    RESOURCE("roles/senior-audit-associate.txt", role_senior_audit_associate),
    RESOURCE("roles/sous-chef.txt", role_sous_chef),
    RESOURCE("roles/special-education-teacher.md", role_special_education_teacher),
    RESOURCE("roles/staff-accountant.txt", role_staff_accountant),
    RESOURCE("roles/store-manager.md", role_store_manager),
    RESOURCE("roles/structural-welder-fabricator.md", role_structural_welder_fabricator),
    RESOURCE("roles/supply-primary-teacher.txt", role_supply_primary_teacher),
    RESOURCE("roles/warehouse-supervisor.txt", role_warehouse_supervisor),
    RESOURCE("roles/watch-sales-consultant.txt", role_watch_sales_consultant),
};

const unsigned long rolefit_role_count = sizeof rolefit_roles / sizeof rolefit_roles[0];
