#!/usr/bin/env groovy
// The pipeline that every service of the platform starts from.
@Library('platform-pipelines@v3') _

def version = "1.4.${env.BUILD_NUMBER}"

pipeline {
    agent { label 'linux && docker' }
    options {
        timeout(time: 30, unit: 'MINUTES')
        disableConcurrentBuilds()
    }
    stages {
        stage('Test') {
            steps {
                sh './gradlew check --console=plain'
                junit testResults: '**/build/test-results/**/*.xml', allowEmptyResults: false
            }
        }
        stage('Publish') {
            when { expression { return env.BRANCH_NAME ==~ /main|release-.*/ } }
            steps {
                withCredentials([string(credentialsId: 'registry', variable: 'TOKEN')]) {
                    sh """
                        docker build -t registry.example.com/api:${version} .
                        docker push registry.example.com/api:${version}
                    """
                }
            }
        }
    }
    /* The channel hears of failures alone. */
    post { failure { slackSend channel: '#team-a', message: "api $version failed" } }
}
